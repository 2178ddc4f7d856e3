namespace CallRecording.Tests.Standins.Lambda;

internal sealed record Question(string Text, DateTime? AskedAt = null, Mood Mood = Mood.Calm);
