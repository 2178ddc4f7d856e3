using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Out of PersistResults, and so of the execution.</summary>
/// <param name="Superseded">True when a later execution of the same call owns the item, and nothing was
/// written.</param>
public sealed record ResultsPersisted(
    [property: JsonPropertyName("callId")] string CallId,
    [property: JsonPropertyName("hash")] string Hash,
    [property: JsonPropertyName("epchdatetimestamp")] long EpochSeconds,
    [property: JsonPropertyName("resultsS3Uri")] string? ResultsS3Uri,
    [property: JsonPropertyName("superseded")] bool Superseded);
