using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Into InvokeDataAutomation.</summary>
public sealed record CallReceived(
    [property: JsonPropertyName("call")] Call Call,
    [property: JsonPropertyName("execution")] ExecutionReference Execution);
