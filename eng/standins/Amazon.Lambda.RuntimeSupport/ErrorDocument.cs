using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as the service shows it; Step Functions matches its errorType in Retry and Catch.</summary>
internal static class ErrorDocument
{
    private const int MaxBytes = 256 * 1024;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // In place of an exception, or of an inner one, for which there is no room: it has no type any more.
    private static ReadOnlySpan<byte> TooLarge =>
        """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}"""u8;

    public static string TypeOf(Exception exception) => exception.GetType().Name;

    public static byte[] Write(Exception exception) => Write(exception, MaxBytes) ?? TooLarge.ToArray();

    /// <returns>Null where the exception without its inner ones is larger already.</returns>
    private static byte[] Write(Exception exception, int mostBytes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Relaxed);
        json.WriteStartObject();
        json.WriteString("errorType", TypeOf(exception));
        json.WriteString("errorMessage", exception.Message.Trim());
        WriteStackTrace(json, exception);
        if (exception.InnerException is { } inner)
        {
            json.WritePropertyName("cause");
            WriteInner(json, inner, mostBytes);
        }

        if (exception is AggregateException aggregate)
        {
            json.WriteStartArray("causes");
            foreach (var cause in aggregate.InnerExceptions)
            {
                WriteInner(json, cause, mostBytes);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenCount < mostBytes ? bytes.WrittenSpan.ToArray() : null;
    }

    private static void WriteInner(Utf8JsonWriter json, Exception inner, int mostBytes)
    {
        var room = mostBytes - (int)(json.BytesCommitted + json.BytesPending);
        json.WriteRawValue((room > 0 ? Write(inner, room) : null) ?? TooLarge);
    }

    private static void WriteStackTrace(Utf8JsonWriter json, Exception exception)
    {
        if (exception.StackTrace is not { } trace)
        {
            return;
        }

        json.WriteStartArray("stackTrace");
        foreach (var line in trace.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
