using System.Text.Json.Nodes;

namespace CallRecording.Tests.Local.Samples;

/// <summary>BDA's standard output for audio, as far as the tests of the samples look at it.</summary>
internal sealed class StandardOutput(JsonObject document)
{
    public JsonObject Document { get; } = document;

    public long DurationMillis => (long)Document["metadata"]!["duration_millis"]!;

    public string? Summary => (string?)Document["audio"]!["summary"];

    public string Transcript => (string)Document["audio"]!["transcript"]!["representation"]!["text"]!;

    public List<Item> Items { get; } =
    [
        .. document["audio_items"]!.AsArray().Select(item => new Item(
            (int)item!["item_index"]!,
            (int)item["audio_segment_index"]!,
            (string)item["content"]!,
            (long?)item["start_timestamp_millis"],
            (long?)item["end_timestamp_millis"])),
    ];

    public List<Segment> Segments { get; } =
    [
        .. document["audio_segments"]!.AsArray().Select(segment => new Segment(
            (int)segment!["segment_index"]!,
            (string)segment["text"]!,
            (long)segment["start_timestamp_millis"]!,
            (long)segment["end_timestamp_millis"]!,
            (string)segment["speaker"]!["speaker_label"]!,
            (string)segment["channel"]!["channel_label"]!,
            Numbers(segment["audio_item_indices"]))),
    ];

    public List<JsonNode> Moderation =>
        [.. Document["audio"]!["content_moderation"]!.AsArray().Select(entry => entry!)];

    public double MaxModeration => Moderation
        .SelectMany(entry => entry["moderation_categories"]!.AsArray())
        .Max(category => (double)category!["confidence"]!);

    public int[] TopicSegments =>
        [.. Document["topics"]!.AsArray().SelectMany(topic => Numbers(topic!["audio_segment_indices"]))];

    public bool HasOverlap => Segments.Zip(Segments.Skip(1)).Any(pair => pair.Second.Start < pair.First.End);

    public static StandardOutput Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    private static int[] Numbers(JsonNode? list) => [.. list!.AsArray().Select(number => (int)number!)];

    internal sealed record Item(int Index, int Segment, string Content, long? Start, long? End);

    internal sealed record Segment(
        int Index, string Text, long Start, long End, string Speaker, string Channel, int[] Items);
}
