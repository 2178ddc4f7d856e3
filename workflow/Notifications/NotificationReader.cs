using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;

namespace CallRecording.Workflow.Notifications;

/// <summary>From a message's body to a notification, or to the reason why it never becomes one. Of a repeated key the
/// last counts. Reasons tell kinds, lengths and places, never the words: they go to logs and terminals.</summary>
internal static class NotificationReader
{
    private const int MaxCallIdLength = 256;

    /// <summary>Half of what an execution's data may hold (256 KiB): job and failures travel with it.</summary>
    private const int MaxCanonicalBytes = 128 * 1024;

    private const int MaxJsonDepth = 1000;

    public static CallNotification Read(string sqsBody)
    {
        try
        {
            using var body = Parse(sqsBody, "The message");
            if (!IsEnvelope(body.RootElement))
            {
                return Notification(body.RootElement, envelope: null);
            }

            using var message = Parse(EnvelopedMessage(body.RootElement), "The SNS envelope's Message");
            return Notification(message.RootElement, body.RootElement);
        }
        catch (InvalidOperationException half)
        {
            // System.Text.Json's answer to an escaped half of a surrogate pair, in a name or in a value.
            throw new NotificationRejectedException("The message holds half of a UTF-16 pair, which is no text.", half);
        }
    }

    private static CallNotification Notification(JsonElement json, JsonElement? envelope)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Rejected($"The notification is {Kind(json)}, expected a JSON object.");
        }

        var notification = new CallNotification(CallId(json), Audio(json), Timestamp(json, envelope), Metadata(json))
        {
            PublishedAt = envelope is { } sns ? Published(sns) : null,
        };
        var bytes = Encoding.UTF8.GetByteCount(notification.CanonicalJson());
        return bytes <= MaxCanonicalBytes
            ? notification
            : throw Rejected($"The notification has {bytes} bytes, expected at most {MaxCanonicalBytes}.");
    }

    private static string CallId(JsonElement json)
    {
        var callId = RequiredText(json, "callId").Trim();
        if (callId.Length > MaxCallIdLength)
        {
            throw Rejected($"callId has {callId.Length} characters, expected at most {MaxCallIdLength}.");
        }

        if (callId.Length == 0)
        {
            throw Rejected("callId is empty.");
        }

        var plain = callId.TakeWhile(c => !char.IsControl(c)).Count();
        return plain == callId.Length
            ? callId
            : throw Rejected($"callId holds a control character at position {plain + 1} of {callId.Length}.");
    }

    private static S3Uri Audio(JsonElement json) =>
        S3Uri.TryParse(RequiredText(json, "audioS3Uri"), out var uri, out var problem)
            ? uri
            : throw Rejected($"audioS3Uri is unusable: {problem}");

    private static DateTimeOffset Timestamp(JsonElement json, JsonElement? envelope)
    {
        if (TryText(json, "timestamp", out var text))
        {
            return Time("timestamp", text);
        }

        if (envelope is { } sns && TryText(sns, "Timestamp", out text))
        {
            return Time("The SNS envelope's Timestamp", text);
        }

        throw Rejected("timestamp is missing, and there is no SNS envelope with a Timestamp.");
    }

    // Nothing depends on it but the order of messages: without one, when it came into the queue is good enough.
    private static DateTimeOffset? Published(JsonElement envelope) =>
        envelope.TryGetProperty("Timestamp", out var text) && text.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(
            text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var published)
            ? published
            : null;

    private static DateTimeOffset Time(string name, string text) =>
        CallTimestamp.TryParse(text, out var timestamp, out var problem)
            ? timestamp
            : throw Rejected($"{name} is unusable: {problem}");

    private static JsonObject? Metadata(JsonElement json)
    {
        if (!json.TryGetProperty("metadata", out var metadata) || metadata.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (metadata.ValueKind != JsonValueKind.Object)
        {
            throw Rejected($"metadata is {Kind(metadata)}, expected a JSON object.");
        }

        var canonical = JsonNode.Parse(CanonicalJson.Of(metadata))!.AsObject(); // an object is not null
        return canonical.Count == 0 ? null : canonical;
    }

    private static bool IsEnvelope(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("Message", out _)
        && body.TryGetProperty("Type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.ValueEquals("Notification");

    private static string EnvelopedMessage(JsonElement envelope) => RequiredText(envelope, "Message");

    private static string RequiredText(JsonElement json, string name) =>
        TryText(json, name, out var text) ? text : throw Rejected($"{name} is missing.");

    private static bool TryText(JsonElement json, string name, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw Rejected($"{name} is {Kind(value)}, expected a string.");
        }

        text = value.GetString()!; // a string has a text
        return true;
    }

    private static JsonDocument Parse(string text, string name)
    {
        try
        {
            // By way of bytes: a text with half of a surrogate pair is an ArgumentException otherwise.
            return JsonDocument.Parse(
                Encoding.UTF8.GetBytes(text), new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
        }
        catch (JsonException problem)
        {
            // Its own message quotes what it met.
            throw Rejected(
                $"{name} is not JSON, or deeper than {MaxJsonDepth} levels: it has {text.Length} characters, " +
                $"line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1} is not what JSON has there.");
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static NotificationRejectedException Rejected(string message) => new(message);
}
