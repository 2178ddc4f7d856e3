using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Intake;

/// <summary>The messages that failed; the others are deleted (ReportBatchItemFailures).</summary>
internal sealed record SqsBatchResponse(
    [property: JsonPropertyName("batchItemFailures")] IReadOnlyList<SqsBatchItemFailure> BatchItemFailures);
