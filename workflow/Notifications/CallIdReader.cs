using System.Text;
using System.Text.Json;

namespace CallRecording.Workflow.Notifications;

/// <summary>Finds the call id of a message that is not valid, even of one that is cut off.</summary>
internal static class CallIdReader
{
    private const int MaxLength = 256;
    private const int MaxJsonDepth = 1000;

    public static string? Find(string sqsBody)
    {
        var body = Members(sqsBody);
        var isEnvelope = body.GetValueOrDefault("Type") == "Notification";
        var members = isEnvelope && body.TryGetValue("Message", out var message) ? Members(message) : body;
        return members.GetValueOrDefault("callId")?.Trim() is { Length: > 0 } callId
            ? Excerpt.Of(callId, MaxLength)
            : null;
    }

    // Texts and numbers of the object itself; of a repeated name the last.
    private static Dictionary<string, string> Members(string json)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(json),
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxJsonDepth }));
        var name = string.Empty;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString()!; // A name is a text.
                }
                else if (reader.TokenType == JsonTokenType.String)
                {
                    members[name] = reader.GetString()!;
                }
                else if (reader.TokenType == JsonTokenType.Number)
                {
                    members[name] = Encoding.UTF8.GetString(reader.ValueSpan);
                }
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // No JSON from here on, or half of a UTF-16 pair: what was read before counts.
        }

        return members;
    }
}
