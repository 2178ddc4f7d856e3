using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>Writes results.json, with the user's names. Absent values have no member.</summary>
internal static class ResultsJsonWriter
{
    // Not for HTML: every other language but English would take up to six times its bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(CallRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", CallRecord.Schema);
            Write(json, record.Call);
            WriteSummaries(json, record.Results);
            WriteDetails(json, record.Results);
            json.WriteEndObject();
        }

        // Not copied: it may be large.
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, RecordedCall call)
    {
        json.WriteString("hash", call.Hash);
        json.WriteString("call_id", call.CallId);
        json.WriteNumber("epchdatetimestamp", call.EpochSeconds);
        json.WriteString("s3_input_uri", call.Audio.ToString());
        json.WriteString("s3_output_uri", call.Output.ToString());
        Write(json, "metadata", call.Metadata);
    }

    private static void WriteSummaries(Utf8JsonWriter json, CallResults results)
    {
        Write(json, "language", results.Language);
        if (results.DurationSeconds is { } duration)
        {
            json.WriteNumber("duration_seconds", duration);
        }

        if (results.SpeakerCount is { } speakers)
        {
            json.WriteNumber("speaker_count", speakers);
        }

        if (results.ChannelCount is { } channels)
        {
            json.WriteNumber("channel_count", channels);
        }

        Write(json, "call_summary", results.CallSummary);
        Write(json, "call_categories", results.CallCategories);
        Write(json, "topics", results.Topics);
        Write(json, "audio_summary", results.AudioSummary);
        Write(json, "blueprint_arn", results.BlueprintArn);
        Write(json, "blueprint_name", results.BlueprintName);
        Write(json, "inference", results.Inference);
    }

    private static void WriteDetails(Utf8JsonWriter json, CallResults results)
    {
        json.WriteString("transcript", results.Transcript);
        Write(json, "topic_summary", results.TopicSummaries, topic => topic.ToResultsJson().WriteTo(json));
        Write(json, "audio_content_moderation", results.Moderation, span => span.ToJson().WriteTo(json));
        Write(json, "segments", results.Segments, segment => segment.ToJson().WriteTo(json));
        Write(json, "words", results.Words, word => word.Write(json));
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, JsonObject? value)
    {
        if (value is null)
        {
            return;
        }

        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts) =>
        Write(json, name, texts, json.WriteStringValue);

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
