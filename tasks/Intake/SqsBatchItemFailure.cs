using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Intake;

internal sealed record SqsBatchItemFailure(
    [property: JsonPropertyName("itemIdentifier")] string ItemIdentifier);
