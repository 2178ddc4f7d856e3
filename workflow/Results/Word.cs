using System.Text.Json;

namespace CallRecording.Workflow.Results;

/// <summary>A word, or a punctuation mark: those have no times.</summary>
public readonly record struct Word(string Content, long? StartMillis, long? EndMillis, int? SegmentIndex)
{
    internal static Word? Read(JsonElement json) => json.Text("content") is { } content
        ? new Word(
            content,
            json.Whole("start_timestamp_millis"),
            json.Whole("end_timestamp_millis"),
            json.Index("audio_segment_index"))
        : null;

    // Straight to the writer: a call of four hours has 50,000 of them.
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("content", Content);
        if (StartMillis is { } start)
        {
            json.WriteNumber("start_timestamp_millis", start);
        }

        if (EndMillis is { } end)
        {
            json.WriteNumber("end_timestamp_millis", end);
        }

        if (SegmentIndex is { } segment)
        {
            json.WriteNumber("audio_segment_index", segment);
        }

        json.WriteEndObject();
    }
}
