using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Results;
using CsCheck;

namespace CallRecording.Tests.Workflow.Results;

public sealed class CallRecordTests
{
    private static readonly S3Uri Output = new("bucket", "c-1");

    [Fact]
    public void Results_json_has_everything_by_the_user_s_names()
    {
        var json = JsonNode.Parse(Recorded().ToResultsJson().Span);

        var expected = JsonNode.Parse(
            """
            {
              "schema": 1, "hash": "298a664f356e310dbaf9117a0d108b1e", "call_id": "c-1",
                "epchdatetimestamp": 1704067200,
              "s3_input_uri": "s3://calls/a.wav", "s3_output_uri": "s3://bucket/c-1", "metadata": {"agent": "7"},
              "language": "DE", "duration_seconds": 4.25, "speaker_count": 2, "channel_count": 1,
              "call_summary": "They greet.", "call_categories": ["Greeting", "Social"], "topics": ["hello"],
              "audio_summary": "A greeting.",
              "blueprint_arn": "arn:aws:bedrock:us-east-1:123456789012:blueprint/1", "blueprint_name": "Calls",
              "inference": {"issue_resolution": true, "caller_satisfaction_level": 5, "notes": {"a": [1.50]}},
              "transcript": "Grüße. Anna",
              "topic_summary": [{"topic_index": 0, "start_timestamp_millis": 0, "end_timestamp_millis": 1500,
                "summary": "They greet each other.", "audio_segment_indices": [0, 1]}],
              "audio_content_moderation": [{"id": "m-0", "type": "AUDIO_MODERATION", "confidence": 0.1896,
                "start_timestamp_millis": 0, "end_timestamp_millis": 1000,
                "moderation_categories": [{"category": "profanity", "confidence": 0.1406}]}],
              "segments": [
                {"segment_index": 0, "start_timestamp_millis": 0, "end_timestamp_millis": 1000, "text": "Grüße.",
                  "speaker": "spk_0", "channel": "ch_0", "language": "DE"},
                {"segment_index": 1, "start_timestamp_millis": 800, "end_timestamp_millis": 1500, "text": "Anna",
                  "sensitive": [{"entity_type": "NAME", "start_character_offset": 0, "end_character_offset": 4}]}
              ],
              "words": [
                {"content": "Grüße", "start_timestamp_millis": 0, "end_timestamp_millis": 900,
                  "audio_segment_index": 0},
                {"content": ".", "audio_segment_index": 0},
                {"content": "Anna", "start_timestamp_millis": 800, "end_timestamp_millis": 1500,
                  "audio_segment_index": 1}
              ]
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, json), json?.ToJsonString());
    }

    [Fact]
    public void What_a_record_was_written_as_is_read_again()
    {
        var written = Recorded().ToResultsJson();

        var read = CallRecord.ReadResultsJson(written);

        Assert.Equal(Encoding.UTF8.GetString(written.Span), Encoding.UTF8.GetString(read.ToResultsJson().Span));
        Assert.Equal(("c-1", 1704067200L), (read.Call.CallId, read.Call.EpochSeconds));
        Assert.Equal(("Grüße. Anna", 4.25m), (read.Results.Transcript, read.Results.DurationSeconds));
    }

    [Fact]
    public void Every_record_is_read_as_it_was_written() =>
        Records().Sample(record =>
        {
            var written = record.ToResultsJson();
            var read = CallRecord.ReadResultsJson(written);

            Assert.Equal(record.Results.Transcript, read.Results.Transcript);
            Assert.Equal(record.Results.Words, read.Results.Words);
            Assert.Equal(record.Results.Segments.Select(Flat), read.Results.Segments.Select(Flat));
            Assert.Equal(record.Call with { Metadata = null }, read.Call with { Metadata = null });
            Assert.True(written.Span.SequenceEqual(read.ToResultsJson().Span));
        });

    [Fact]
    public void Without_a_blueprint_there_is_no_inference()
    {
        var results = CallResults.Of(Documents.StandardOf("""{"audio": {}}"""), custom: null);

        var json = Encoding.UTF8.GetString(new CallRecord(Call(metadata: null), results).ToResultsJson().Span);
        var read = CallRecord.ReadResultsJson(Documents.Utf8(json)).Results;

        Assert.DoesNotContain("inference", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.Null(read.Inference);
        Assert.Equal("", read.Transcript);
        Assert.Empty(read.CallCategories);
    }

    [Fact]
    public void The_topic_summary_attribute_has_four_members() =>
        Assert.Equal(
            """[{"topic_index":0,"start_timestamp_millis":0,"end_timestamp_millis":1500,"summary":"Hello."}]""",
            (Recorded().Results with { TopicSummaries = [new TopicSummary(0, 0, 1500, "Hello.", [0, 1])] })
                .TopicSummaryJson().ToJsonString());

    [Fact]
    public void The_moderation_attribute_has_the_service_s_names() =>
        Assert.Equal(
            """[{"id":"m-0","type":"AUDIO_MODERATION","confidence":0.1896,"start_timestamp_millis":0"""
                + ""","end_timestamp_millis":1000,""" +
            "\"moderation_categories\":[{\"category\":\"profanity\",\"confidence\":0.1406}]}]",
            Recorded().Results.ModerationJson().ToJsonString());

    [Theory]
    [InlineData("{}", "The results.json's schema is missing, expected 1.")]
    [InlineData("""{"schema": 2}""", "The results.json's schema is 2, expected 1.")]
    [InlineData("""{"schema": 1}""", "The results.json has no call_id.")]
    [InlineData("""{"schema": 1, "call_id": "c"}""", "The results.json's s3_input_uri is unusable")]
    [InlineData("""{"schema": 1, "call_id": "c", "s3_input_uri": "s3://bucket/a"}""", "has no epchdatetimestamp.")]
    [InlineData("""{"schema": 1, "call_id": "c", "s3_input_uri": "s3://bucket/a", "epchdatetimestamp": -1}""",
        "epchdatetimestamp is -1, no time.")]
    [InlineData("""{"schema": 1, "call_id": "c", "s3_input_uri": "s3://bucket/a", "epchdatetimestamp": 253402300800}""",
        "is 253402300800, no time.")]
    [InlineData("""{"schema": 1, "call_id": "c", "s3_input_uri": "s3://bucket/a", "epchdatetimestamp": 0}""",
        "s3_output_uri is unusable")]
    [InlineData(
        """{"schema":1,"call_id":"c","s3_input_uri":"s3://in1/a","epchdatetimestamp":0,"s3_output_uri":"s3://out/o"}""",
        "has no transcript.")]
    [InlineData("{\"schema\": 1", "The results.json of 12 bytes is no JSON, or cut off")]
    public void What_is_no_record_is_unreadable(string json, string expected)
    {
        var thrown = Assert.Throws<ResultsUnreadableException>(() => CallRecord.ReadResultsJson(Documents.Utf8(json)));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_sample_keeps_every_word()
    {
        var standard = StandardResult.Read(BdaSample.Read("sample-call.standard_output.result.json"));
        var custom = CustomResult.Read(BdaSample.Read("sample-call.custom_output.result.json"));
        var record = new CallRecord(Call(metadata: null), CallResults.Of(standard, custom));

        var read = CallRecord.ReadResultsJson(record.ToResultsJson()).Results;

        Assert.Equal(standard.Transcript, read.Transcript);
        Assert.Equal(standard.Words, read.Words);
        Assert.Equal(standard.Segments.Select(Flat), read.Segments.Select(Flat));
        Assert.Equal(custom.Topics, read.Topics);
        Assert.Equal(custom.CallCategories, read.CallCategories);
        Assert.True(JsonNode.DeepEquals(custom.Inference, read.Inference));
        Assert.True(JsonNode.DeepEquals(record.Results.ModerationJson(), read.ModerationJson()));
    }

    private static CallRecord Recorded() => new(
        Call(new JsonObject { ["agent"] = "7" }),
        CallResults.Of(
            Documents.StandardOf(Documents.Standard), CustomResult.Read(Documents.Utf8(Documents.Custom))));

    private static RecordedCall Call(JsonObject? metadata)
    {
        var call = new Call
        {
            CallId = "c-1",
            AudioS3Uri = "s3://calls/a.wav",
            Timestamp = "2024-01-01T00:00:00Z",
            Metadata = metadata,
        };
        return RecordedCall.Of(call, Output);
    }

    private static Gen<CallRecord> Records()
    {
        var texts = Gen.Char['\0', '\uD7FF'].Array[0, 12].Select(letters => new string(letters));
        var times = Gen.Long[0, 14_400_000].Nullable();
        var words = Gen.Select(texts, times, times, Gen.Int[0, 9].Nullable(), (t, s, e, i) => new Word(t, s, e, i));
        var segments = Gen.Select(
            Gen.Int[0, 9], times, texts, texts.Null(),
            (i, s, t, who) => new Segment(i, s, s + 1, t, who, null, who, []));
        return Gen.Select(texts, texts.Null(), words.Array[0, 5], segments.Array[0, 5], (text, maybe, spoken, parts) =>
            new CallRecord(
                new RecordedCall(text, Output, DateTimeOffset.UnixEpoch, Output, null),
                Recorded().Results with { Transcript = text, CallSummary = maybe, Words = spoken, Segments = parts }));
    }

    private static object Flat(Segment segment) => segment with { Sensitive = [] };
}
