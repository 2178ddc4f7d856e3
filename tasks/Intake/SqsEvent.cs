using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Intake;

/// <summary>What Lambda's event source mapping hands over: up to ten messages.</summary>
internal sealed record SqsEvent([property: JsonPropertyName("Records")] IReadOnlyList<SqsMessage>? Records);
