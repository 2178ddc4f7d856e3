using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Intake;

/// <summary>The parts of an SQS message that the starter reads.</summary>
internal sealed record SqsMessage(
    [property: JsonPropertyName("messageId")] string MessageId,
    [property: JsonPropertyName("body")] string? Body);
