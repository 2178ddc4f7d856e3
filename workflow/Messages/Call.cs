using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>The state of one execution: the notification it was started with, and what has become of it since.
/// Every task takes it and returns the next one.</summary>
public sealed record Call
{
    [JsonPropertyName("callId")]
    public required string CallId { get; init; }

    [JsonPropertyName("audioS3Uri")]
    public required string AudioS3Uri { get; init; }

    /// <summary>When the call was recorded: ISO 8601, UTC, whole seconds.</summary>
    [JsonPropertyName("timestamp")]
    public required string Timestamp { get; init; }

    [JsonPropertyName("metadata")]
    public JsonObject? Metadata { get; init; }

    /// <summary>The newest job of this call; null until one was submitted.</summary>
    [JsonPropertyName("job")]
    public Job? Job { get; init; }

    /// <summary>The one state that failed, by name, while its failure is being recorded.</summary>
    [JsonPropertyName("failed")]
    public Dictionary<string, StateError>? Failed { get; init; }
}
