using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A log line as a JSON object, the message's arguments as members of their own.</summary>
internal static class JsonLine
{
    // A value that holds itself ends here.
    private const int MaxDepth = 8;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(
        string timestamp, LogLevel level, string requestId, MessageTemplate template, Exception exception)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", timestamp);
            json.WriteString("level", level.ToString());
            if (requestId is not null)
                json.WriteString("requestId", requestId);
            json.WriteString("message", template.Text);
            WriteArguments(json, template);
            if (exception is not null)
                WriteException(json, exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteArguments(Utf8JsonWriter json, MessageTemplate template)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal)
        {
            "timestamp", "level", "requestId", "message", "errorType", "errorMessage", "stackTrace",
        };
        foreach (var (name, value) in template.Arguments)
        {
            if (!taken.Add(name))
                continue;
            json.WritePropertyName(name);
            WriteValue(json, value, depth: 1);
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", exception.Message);
        ErrorDocument.WriteStackTrace(json, exception);
    }

    private static void WriteValue(Utf8JsonWriter json, object value, int depth)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                json.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            case IDictionary members when depth < MaxDepth:
                WriteMembers(json, members, depth);
                break;
            case IEnumerable items and not string when depth < MaxDepth:
                WriteItems(json, items, depth);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IDictionary members, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            json.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture));
            WriteValue(json, member.Value, depth + 1);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items, int depth)
    {
        json.WriteStartArray();
        foreach (var item in items)
            WriteValue(json, item, depth + 1);
        json.WriteEndArray();
    }
}
