using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Recorded;

namespace CallRecording.Local.Samples;

/// <summary>A made-up call with its audio and what BDA would write for it; paths are full.</summary>
/// <param name="CustomPath">Null when the blueprint did not match.</param>
internal sealed record SampleCall(
    string Id,
    string CallId,
    DateTimeOffset Timestamp,
    JsonObject? Metadata,
    string AudioPath,
    string StandardPath,
    string? CustomPath)
{
    public KnownRecording Known => new(AudioPath, StandardPath, CustomPath);
}
