namespace CallRecording.Tests.Packages.Lambda;

internal enum Mood
{
    Calm,
    Upset,
}
