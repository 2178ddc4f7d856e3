using System.Text;
using System.Text.Json;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Workflow.Results;

public sealed class StandardResultTests
{
    [Fact]
    public void Everything_documented_is_read()
    {
        var result = Documents.StandardOf(Documents.Standard);

        Assert.Equal("Grüße. Anna", result.Transcript);
        Assert.Equal("A greeting.", result.AudioSummary);
        Assert.Equal(
            ("DE", 4.25m, 2, 1),
            (result.Language, result.DurationSeconds, result.SpeakerCount, result.ChannelCount));
        Assert.Equal(
            [new Word("Grüße", 0, 900, 0), new Word(".", null, null, 0), new Word("Anna", 800, 1500, 1)], result.Words);
    }

    [Fact]
    public void Topics_name_their_segments()
    {
        var topic = Assert.Single(Documents.StandardOf(Documents.Standard).TopicSummaries);

        Assert.Equal(
            (0, 0L, 1500L, "They greet each other."),
            (topic.Index, topic.StartMillis, topic.EndMillis, topic.Summary));
        Assert.Equal([0, 1], topic.SegmentIndices);
    }

    [Fact]
    public void Moderation_keeps_its_categories()
    {
        var span = Assert.Single(Documents.StandardOf(Documents.Standard).Moderation);

        Assert.Equal(("m-0", 0.1896m, 0L, 1000L), (span.Id, span.Confidence, span.StartMillis, span.EndMillis));
        Assert.Equal([new ModerationCategory("profanity", 0.1406m)], span.Categories);
    }

    [Fact]
    public void Segments_may_overlap_and_lack_labels()
    {
        var segments = Documents.StandardOf(Documents.Standard).Segments;

        Assert.Equal(["spk_0", null], segments.Select(segment => segment.Speaker));
        Assert.Equal(["ch_0", null], segments.Select(segment => segment.Channel));
        Assert.Equal(["DE", null], segments.Select(segment => segment.Language));
        Assert.True(segments[1].StartMillis < segments[0].EndMillis);
        Assert.Empty(segments[0].Sensitive);
        Assert.Equal([new SensitiveSpan("NAME", 0, 4)], segments[1].Sensitive);
    }

    [Theory]
    [InlineData("""{"metadata": {"semantic_modality": "AUDIO"}}""")]
    [InlineData("""{"metadata": {"semantic_modality": "audio"}, "audio": null, "topics": null}""")]
    [InlineData("""{"audio": {}}""")]
    [InlineData("""{"audio_segments": []}""")]
    [InlineData("""{"audio": {"transcript": {"representation": {"text": ""}}}, "audio_items": []}""")]
    [InlineData("""{"audio": {"transcript": {"representation": {"text": null}}, "summary": 7}, "statistics": []}""")]
    [InlineData("""{"audio": [], "audio_items": {}, "topics": "none", "metadata": 1}""")]
    public void A_recording_without_speech_has_an_empty_transcript(string json)
    {
        var result = Documents.StandardOf(json);

        Assert.Equal("", result.Transcript);
        Assert.Null(result.AudioSummary);
        Assert.Null(result.Language);
        Assert.Null(result.DurationSeconds);
        Assert.Empty(result.Segments);
        Assert.Empty(result.Words);
        Assert.Empty(result.TopicSummaries);
        Assert.Empty(result.Moderation);
    }

    [Fact]
    public void Without_a_transcript_the_segments_are_joined()
    {
        var result = Documents.StandardOf(
            """{"audio_segments": [{"text": "One."}, {"text": ""}, {"segment_index": 7}, {"text": "Two."}]}""");

        Assert.Equal("One. Two.", result.Transcript);
        Assert.Equal([0, 1, 7, 3], result.Segments.Select(segment => segment.Index));
    }

    [Fact]
    public void Parts_that_make_no_sense_are_left_out()
    {
        var result = Documents.StandardOf(
            """
            {
              "metadata": {"duration_millis": "1500"},
              "audio_items": [null, 1, {}, {"content": 2}, {"content": "word", "start_timestamp_millis": 10.5,
                "end_timestamp_millis": 1e300}],
              "audio_segments": [{"text": "t", "speaker": "spk_0", "channel": {"channel_label": null},
                "sensitive_data_detection": [{"content": "no type"}, {"entity_type": "PIN",
                  "start_character_offset": -1}]}],
              "audio": {"content_moderation": [{"confidence": "high", "moderation_categories": [{"confidence": 1},
                {"category": "insult"}]}]},
              "topics": [{"audio_segment_indices": [0, "1", -1, null, 4294967296, "x"]}]
            }
            """);

        Assert.Equal(1.5m, result.DurationSeconds);
        Assert.Equal([new Word("word", 11, null, null)], result.Words);
        Assert.Equal([new SensitiveSpan("PIN", null, null)], result.Segments[0].Sensitive);
        Assert.Equal([new ModerationCategory("insult", null)], result.Moderation[0].Categories);
        Assert.Null(result.Moderation[0].Confidence);
        Assert.Equal([0, 1], result.TopicSummaries[0].SegmentIndices);
    }

    [Theory]
    [InlineData("""{"metadata": {"semantic_modality": "DOCUMENT"}, "audio": {}}""",
        "semantic_modality is 'DOCUMENT', expected AUDIO.")]
    [InlineData("{}", "has neither metadata.semantic_modality nor audio nor audio_segments.")]
    [InlineData("""{"metadata": {"asset_id": "0"}, "audio": null}""", "has neither metadata.semantic_modality")]
    [InlineData("null", "is no JSON object.")]
    [InlineData("<html></html>", "is no JSON, or cut off")]
    [InlineData("""{"audio": {"summary": "\udc00"}}""", "holds a string that is no text")]
    public void What_is_no_result_of_a_recording_is_unreadable(string json, string expected)
    {
        var thrown = Assert.Throws<ResultsUnreadableException>(() => Documents.StandardOf(json));

        Assert.StartsWith("The standard output", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_beginning_of_a_document_is_unreadable()
    {
        var whole = Documents.Utf8(Documents.Standard);

        for (var length = 0; length < whole.Length - 1; length++)
        {
            Assert.Throws<ResultsUnreadableException>(() => StandardResult.Read(whole.AsMemory(0, length)));
        }
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. Documents.Utf8(Documents.Standard)];

        Assert.Equal("Grüße. Anna", StandardResult.Read(json).Transcript);
    }

    [Fact]
    public void The_published_sample_is_read_word_by_word()
    {
        var json = BdaSample.Read("sample-call.standard_output.result.json");

        var result = StandardResult.Read(json);

        using var document = JsonDocument.Parse(json);
        var expected = document.RootElement.GetProperty("audio");
        Assert.Equal(
            expected.GetProperty("transcript").GetProperty("representation").GetProperty("text").GetString(),
            result.Transcript);
        Assert.Equal(3685, result.Transcript.Length);
        Assert.Equal(expected.GetProperty("summary").GetString(), result.AudioSummary);
        Assert.Equal(
            ("EN", 273.16m, 2, 2),
            (result.Language, result.DurationSeconds, result.SpeakerCount, result.ChannelCount));
        Assert.Equal((934, 748), (result.Words.Count, result.Words.Count(word => word.StartMillis is not null)));
        Assert.Equal((53, 53, 8), (result.Segments.Count, result.Moderation.Count, result.TopicSummaries.Count));
        Assert.Equal(result.Transcript, string.Join(' ', result.Segments.Select(segment => segment.Text)));
        Assert.Equal(Enumerable.Range(0, 53), result.TopicSummaries.SelectMany(topic => topic.SegmentIndices));
        Assert.All(result.Moderation, span => Assert.Equal(7, span.Categories.Count));
        var first = result.Segments[0];
        Assert.Equal(
            (1610L, 5830L, "spk_1", "ch_1"),
            (first.StartMillis, first.EndMillis, first.Speaker, first.Channel));
    }
}
