namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>A recording whose results are known by its content; paths are full.</summary>
/// <param name="CustomPath">Null when no blueprint matched.</param>
internal sealed record KnownRecording(string AudioPath, string StandardPath, string? CustomPath);
