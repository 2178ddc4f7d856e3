using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Settlement;

/// <summary>The detail of "Step Functions Execution Status Change": how an execution was doing when the event was
/// sent.</summary>
/// <remarks>What the service adds beyond these has changed over the years; nothing else is read.</remarks>
internal sealed record ExecutionStatusChange
{
    [JsonPropertyName("executionArn")]
    public string? ExecutionArn { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [JsonPropertyName("startDate")]
    public long? StartDate { get; init; }

    /// <summary>JSON; null where the event left it out for its size.</summary>
    [JsonPropertyName("input")]
    public string? Input { get; init; }
}
