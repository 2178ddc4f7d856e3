using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;

namespace CallRecording.Workflow.Notifications;

/// <summary>JSON with its keys in ordinal order, no white space, numbers as written, and only the escapes JSON
/// requires. By hand because a library's escaping follows its Unicode tables, and a name must not.</summary>
internal static class CanonicalJson
{
    private const int MaxDepth = 32;

    public static string Of(CallNotification notification)
    {
        var json = new StringBuilder();
        json.Append("{\"audioS3Uri\":");
        WriteText(json, notification.Audio.ToString());
        json.Append(",\"callId\":");
        WriteText(json, notification.CallId);
        if (notification.Metadata is { Count: > 0 } metadata)
        {
            json.Append(",\"metadata\":").Append(Of(metadata));
        }

        json.Append(",\"timestamp\":");
        WriteText(json, CallTimestamp.Format(notification.Timestamp));
        return json.Append('}').ToString();
    }

    /// <exception cref="NotificationRejectedException">It is too deep for the messages that will carry it.</exception>
    public static string Of(JsonElement metadata)
    {
        var json = new StringBuilder();
        Write(json, metadata, depth: 1);
        return json.ToString();
    }

    private static string Of(JsonObject metadata)
    {
        using var document = JsonDocument.Parse(metadata.ToJsonString());
        return Of(document.RootElement);
    }

    private static void Write(StringBuilder json, JsonElement element, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                RefuseDeeper(depth);
                WriteObject(json, element, depth);
                break;
            case JsonValueKind.Array:
                RefuseDeeper(depth);
                WriteArray(json, element, depth);
                break;
            case JsonValueKind.String:
                WriteText(json, element.GetString()!); // a string has a text
                break;
            default:
                json.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder json, JsonElement element, int depth)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = member.Value; // repeated: the last
        }

        var separator = '{';
        foreach (var (name, value) in members)
        {
            json.Append(separator);
            WriteText(json, name);
            json.Append(':');
            Write(json, value, depth + 1);
            separator = ',';
        }

        json.Append(members.Count == 0 ? "{}" : "}");
    }

    private static void WriteArray(StringBuilder json, JsonElement element, int depth)
    {
        var separator = '[';
        foreach (var item in element.EnumerateArray())
        {
            json.Append(separator);
            Write(json, item, depth + 1);
            separator = ',';
        }

        json.Append(separator == '[' ? "[]" : "]");
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                json.Append(c);
            }
        }

        json.Append('"');
    }

    private static void RefuseDeeper(int depth)
    {
        if (depth <= MaxDepth)
        {
            return;
        }

        throw new NotificationRejectedException($"metadata is nested deeper than {MaxDepth} levels.");
    }
}
