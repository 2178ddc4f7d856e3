namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>What BDA once wrote for an audio file, byte for byte.</summary>
/// <param name="Custom">Null when no blueprint matched.</param>
internal sealed record RecordedResults(RecordedFile Standard, RecordedFile? Custom);
