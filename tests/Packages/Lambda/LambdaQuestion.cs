namespace CallRecording.Tests.Packages.Lambda;

internal sealed record LambdaQuestion(string Text, DateTime? AskedAt = null, Mood Mood = Mood.Calm);
