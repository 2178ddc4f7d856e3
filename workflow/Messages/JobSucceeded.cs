using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Into PersistResults.</summary>
public sealed record JobSucceeded(
    [property: JsonPropertyName("call")] Call Call,
    [property: JsonPropertyName("execution")] ExecutionReference Execution);
