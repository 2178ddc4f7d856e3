using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Settlement;

/// <summary>The parts of EventBridge's envelope that tell the settlement what it is asked.</summary>
internal sealed record EventBridgeEvent
{
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("detail-type")]
    public string? DetailType { get; init; }

    [JsonPropertyName("detail")]
    public ExecutionStatusChange? Detail { get; init; }
}
