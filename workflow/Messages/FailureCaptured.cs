using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Into RecordFailure.</summary>
/// <param name="FailureId">One for each failure, the same when a redrive runs the recorder again.</param>
public sealed record FailureCaptured(
    [property: JsonPropertyName("call")] Call Call,
    [property: JsonPropertyName("execution")] ExecutionReference Execution,
    [property: JsonPropertyName("failureId")] string FailureId);
