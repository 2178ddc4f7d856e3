using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>What a Catch writes: Step Functions' own names.</summary>
/// <param name="Error">The error name, at most 256 characters.</param>
/// <param name="Cause">For a Lambda function the JSON of its exception; null for a timeout.</param>
public sealed record StateError(
    [property: JsonPropertyName("Error")] string Error,
    [property: JsonPropertyName("Cause")] string? Cause);
