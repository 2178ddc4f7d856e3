namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>An audio file has no recorded result that could be replayed: its job ends in ClientError.</summary>
internal sealed class ResultsNotRecordedException(string message) : Exception(message);
