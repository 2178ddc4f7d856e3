using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>Into InvokeDataAutomation.</summary>
/// <param name="EnteredTime">When the state was entered: the same for every retry, another one for a
/// resubmission.</param>
public sealed record CallReceived(
    [property: JsonPropertyName("call")] Call Call,
    [property: JsonPropertyName("execution")] Execution Execution,
    [property: JsonPropertyName("enteredTime")] string EnteredTime);
