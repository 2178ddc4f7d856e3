namespace CallRecording.Tests.Packages.Lambda;

internal sealed record LambdaReply(string Text, string? Nothing = null, byte[]? Bytes = null, Mood Mood = Mood.Calm);
