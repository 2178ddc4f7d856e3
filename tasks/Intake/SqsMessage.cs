using System.Globalization;
using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Intake;

/// <summary>The parts of an SQS message that the starter reads.</summary>
/// <param name="Attributes">SQS's own: SentTimestamp and others.</param>
internal sealed record SqsMessage(
    [property: JsonPropertyName("messageId")] string MessageId,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("attributes")] IReadOnlyDictionary<string, string>? Attributes = null)
{
    /// <summary>When it was sent to the queue; null when unknown.</summary>
    [JsonIgnore]
    public DateTimeOffset? SentAt =>
        long.TryParse(
            Attributes?.GetValueOrDefault("SentTimestamp"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var millis)
        && millis < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(millis)
            : null;
}
