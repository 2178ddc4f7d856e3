namespace CallRecording.Tests.Standins.Lambda;

internal enum Mood
{
    Calm,
    Upset,
}
