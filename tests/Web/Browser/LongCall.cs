using System.Text.Json.Nodes;

namespace CallRecording.Tests.Web.Browser;

/// <summary>The longest call the service takes: four hours, 40,000 words in 4,000 segments, the same every
/// time.</summary>
internal static class LongCall
{
    public const string Name = "four-hours";
    public const int Segments = 4_000;
    public const int WordsPerSegment = 10;
    public const int Topics = 40;
    public const int DurationMillis = 4 * 60 * 60 * 1000;

    private const int SegmentMillis = DurationMillis / Segments;

    /// <summary>Each word is spoken in its tenth of this; the rest of a segment's time is a pause.</summary>
    private const int SpokenMillis = 3_000;

    // MPEG 2.5, layer III, 8 kbit/s, 8 kHz, one channel: 576 samples in 72 bytes, and zeros are silence.
    private const int FrameBytes = 72;
    private const int FrameMillis = 72;
    private static readonly byte[] FrameHeader = [0xFF, 0xE3, 0x18, 0xC0];

    private static readonly string[] Words =
    [
        "the", "meter", "reading", "was", "taken", "in", "October", "and", "our", "engineer", "found", "a", "loose",
        "cable", "behind", "that", "box", "so", "we", "sent", "another", "letter", "about", "your", "tariff", "while",
        "you", "moved", "house",
    ];

    private static readonly string[] Moderated =
    [
        "profanity", "hate_speech", "sexual", "insult", "violence_or_threat", "graphic", "harassment_or_abuse",
    ];

    /// <summary>The one that is over every threshold, so that there is something to find.</summary>
    public static int InsultingSegment => 2_500;

    /// <summary>Said once, in the last segment.</summary>
    public static string LastWord => "Kirkcudbright";

    public static FileInfo WriteAudio(DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "four-hours.mp3"));
        var frame = new byte[FrameBytes];
        FrameHeader.CopyTo(frame, 0);
        using var stream = file.Create();
        for (var position = 0; position < DurationMillis; position += FrameMillis)
        {
            stream.Write(frame);
        }

        return file;
    }

    /// <summary>BDA's standard output.</summary>
    public static JsonObject Standard() => new()
    {
        ["metadata"] = new JsonObject
        {
            ["asset_id"] = "0",
            ["semantic_modality"] = "AUDIO",
            ["s3_bucket"] = "recordings",
            ["s3_key"] = "four-hours.mp3",
            ["sample_rate"] = 8000,
            ["bitrate"] = 8000,
            ["number_of_channels"] = 1,
            ["codec"] = "mp3",
            ["duration_millis"] = DurationMillis,
            ["format"] = "mp3",
            ["dominant_asset_language"] = "EN",
            ["generative_output_language"] = "EN",
        },
        ["audio_items"] = List(Segments * WordsPerSegment, Item),
        ["audio_segments"] = List(Segments, Segment),
        ["audio"] = new JsonObject
        {
            ["summary"] = "A customer and an agent of Brightwater Energy spent four hours on one meter.",
            ["transcript"] = Text(string.Join(' ', Enumerable.Range(0, Segments).Select(Spoken))),
            ["content_moderation"] = List(Segments, Moderation),
        },
        ["topics"] = List(Topics, Topic),
        ["statistics"] = new JsonObject
        {
            ["speaker_count"] = 2,
            ["channel_count"] = 1,
            ["word_count"] = Segments * WordsPerSegment,
            ["topic_count"] = Topics,
        },
    };

    private static int Start(int segment) => segment * SegmentMillis;

    private static int End(int segment) => Start(segment) + SpokenMillis;

    private static string Speaker(int segment) => $"spk_{segment % 2}";

    private static string Word(int item) => item == (Segments * WordsPerSegment) - 1
        ? LastWord
        : Words[(item + (item / WordsPerSegment)) % Words.Length];

    private static string Spoken(int segment) =>
        string.Join(' ', Enumerable.Range(segment * WordsPerSegment, WordsPerSegment).Select(Word)) + ".";

    private static JsonObject Item(int item)
    {
        var segment = item / WordsPerSegment;
        var start = Start(segment) + (item % WordsPerSegment * (SpokenMillis / WordsPerSegment));
        return new JsonObject
        {
            ["item_index"] = item,
            ["audio_segment_index"] = segment,
            ["content"] = Word(item),
            ["start_timestamp_millis"] = start,
            ["end_timestamp_millis"] = start + (SpokenMillis / WordsPerSegment),
        };
    }

    private static JsonObject Segment(int segment) => new()
    {
        ["start_timestamp_millis"] = Start(segment),
        ["end_timestamp_millis"] = End(segment),
        ["segment_index"] = segment,
        ["type"] = "TRANSCRIPT",
        ["text"] = Spoken(segment),
        ["speaker"] = new JsonObject { ["speaker_label"] = Speaker(segment) },
        ["channel"] = new JsonObject { ["channel_label"] = "ch_0" },
        ["audio_item_indices"] = List(WordsPerSegment, word => (segment * WordsPerSegment) + word),
        ["language"] = "EN",
    };

    private static JsonObject Moderation(int segment)
    {
        double Confidence(int category) => segment == InsultingSegment && Moderated[category] == "insult"
            ? 0.93
            : Math.Round((((segment * 7) + (category * 13)) % 100) / 500.0, 4);
        return new JsonObject
        {
            ["id"] = $"00000000-0000-5000-8000-{segment:d12}",
            ["type"] = "AUDIO_MODERATION",
            ["confidence"] = Enumerable.Range(0, Moderated.Length).Max(Confidence),
            ["start_timestamp_millis"] = Start(segment),
            ["end_timestamp_millis"] = End(segment),
            ["moderation_categories"] = List(Moderated.Length, category => new JsonObject
            {
                ["category"] = Moderated[category],
                ["confidence"] = Confidence(category),
            }),
        };
    }

    private static JsonObject Topic(int topic)
    {
        var first = topic * (Segments / Topics);
        var segments = Enumerable.Range(first, Segments / Topics).ToList();
        return new JsonObject
        {
            ["topic_index"] = topic,
            ["start_timestamp_millis"] = Start(first),
            ["end_timestamp_millis"] = End(segments[^1]),
            ["summary"] = $"Part {topic + 1} of {Topics}: they read the meter and write the numbers down.",
            ["transcript"] = Text(string.Join("\n\n", segments.Select(one => $"[{Speaker(one)}]: {Spoken(one)}"))),
            ["audio_segment_indices"] = List(segments.Count, index => segments[index]),
        };
    }

    private static JsonObject Text(string text) =>
        new() { ["representation"] = new JsonObject { ["text"] = text } };

    private static JsonArray List(int count, Func<int, JsonNode> make) =>
        [.. Enumerable.Range(0, count).Select(make)];
}
