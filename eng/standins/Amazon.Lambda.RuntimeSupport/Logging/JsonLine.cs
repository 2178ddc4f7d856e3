using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A log line as a JSON object, the message's arguments as members of their own.</summary>
/// <remarks>As the package writes it: only ASCII, no member for null, and an argument named like a member of the line
/// is written, too.</remarks>
internal static class JsonLine
{
    /// <param name="invocation">Null outside of one.</param>
    public static string Write(
        DateTimeOffset time, LogLevel level, NextInvocation invocation, MessageTemplate template, Exception exception)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.ToString(MessageTemplate.TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("level", level.ToString());
            WriteText(json, "requestId", invocation?.RequestId);
            WriteText(json, "tenantId", invocation?.TenantId);
            WriteText(json, "traceId", invocation?.TraceId);
            json.WriteString("message", template.Text);
            foreach (var argument in template.Arguments.Where(argument => argument.Value is not null))
            {
                WriteArgument(json, argument);
            }

            if (exception is not null)
            {
                WriteException(json, exception);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            json.WriteStringValue(line.Trim());
        }

        json.WriteEndArray();
    }

    private static void WriteArgument(Utf8JsonWriter json, NamedArgument argument)
    {
        json.WritePropertyName(argument.Name);
        switch (argument.Value)
        {
            case IDictionary members:
                json.WriteStartObject();
                foreach (DictionaryEntry member in members)
                {
                    json.WritePropertyName(member.Key.ToString());
                    WriteValue(json, argument with { Value = member.Value });
                }

                json.WriteEndObject();
                break;
            case IList items and not IList<byte>:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(json, argument with { Value = item });
                }

                json.WriteEndArray();
                break;
            default:
                WriteValue(json, argument);
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter json, NamedArgument argument)
    {
        switch (argument.Value)
        {
            case null:
                json.WriteNullValue();
                break;
            case var _ when argument.Formatted is { } formatted:
                json.WriteStringValue(formatted);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(argument.Value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString(MessageTemplate.TimeFormat, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time.ToString(MessageTemplate.TimeFormat, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(argument.Value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
