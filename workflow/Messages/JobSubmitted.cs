using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Into GetJobStatus.</summary>
public sealed record JobSubmitted(
    [property: JsonPropertyName("call")] Call Call,
    [property: JsonPropertyName("execution")] ExecutionReference Execution);
