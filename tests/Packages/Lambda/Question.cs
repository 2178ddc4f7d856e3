namespace CallRecording.Tests.Packages.Lambda;

internal sealed record Question(string Text, DateTime? AskedAt = null, Mood Mood = Mood.Calm);
