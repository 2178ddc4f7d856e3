using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Which execution is asking. Its start time orders executions of one call: the later one owns the
/// item.</summary>
/// <param name="StartTime">ISO 8601 with milliseconds, UTC, as the context object has it.</param>
public sealed record ExecutionReference(
    [property: JsonPropertyName("arn")] string Arn,
    [property: JsonPropertyName("startTime")] string StartTime)
{
    /// <summary>The last part of the ARN: what the console's list shows.</summary>
    [JsonIgnore]
    public string Name => Arn[(Arn.LastIndexOf(':') + 1)..];
}
