using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as the service shows it; Step Functions matches its errorType in Retry and Catch.</summary>
internal static class ErrorDocument
{
    // An exception chain is finite, but a document may not nest deeper than its readers go.
    private const int MaxDepth = 16;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string TypeOf(Exception exception) => exception.GetType().Name;

    public static byte[] Write(Exception exception)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
            Write(json, exception, depth: 1);
        return bytes.WrittenSpan.ToArray();
    }

    public static void WriteStackTrace(Utf8JsonWriter json, Exception exception)
    {
        if (exception.StackTrace is not { } trace)
            return;
        json.WriteStartArray("stackTrace");
        foreach (var line in trace.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Exception exception, int depth)
    {
        json.WriteStartObject();
        json.WriteString("errorType", TypeOf(exception));
        json.WriteString("errorMessage", exception.Message);
        WriteStackTrace(json, exception);
        if (depth < MaxDepth && exception.InnerException is { } inner)
        {
            json.WritePropertyName("cause");
            Write(json, inner, depth + 1);
        }

        if (depth < MaxDepth && exception is AggregateException aggregate)
        {
            json.WriteStartArray("causes");
            foreach (var cause in aggregate.InnerExceptions)
                Write(json, cause, depth + 1);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
