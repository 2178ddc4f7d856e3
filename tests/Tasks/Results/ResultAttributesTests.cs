using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Tasks.Results;

public sealed class ResultAttributesTests
{
    private const int Bound = 350_000;

    private static readonly S3Uri Manifest = new("output", "call-1/run/job_metadata.json");
    private static readonly S3Uri Document = new("output", "call-1/results.json");

    private static readonly CallResults Small = new()
    {
        Transcript = "Hello.",
        AudioSummary = "A greeting.",
        TopicSummaries = [new TopicSummary(0, 0, 1500, "They greet.", [0])],
        CallSummary = "They greet each other.",
        CallCategories = ["Greeting", "Social"],
        Topics = ["hello"],
        Moderation = [],
        Inference = new JsonObject { ["issue_resolution"] = true },
        BlueprintArn = null,
        BlueprintName = null,
        Language = "EN",
        DurationSeconds = 4.25m,
        SpeakerCount = 2,
        ChannelCount = 1,
        Segments = [],
        Words = [],
    };

    [Fact]
    public void Everything_has_its_attribute()
    {
        var json = ItemJson.Of(ResultAttributes.Of(Small, Manifest, Document, "v1", metadata: null));

        Assert.Equal(
            """
            {
              "audio_content_moderation": [],
              "audio_summary": "A greeting.",
              "call_categories": [
                "Greeting",
                "Social"
              ],
              "call_summary": "They greet each other.",
              "duration_seconds": 4.25,
              "inference": {
                "issue_resolution": true
              },
              "language": "EN",
              "results_s3_uri": "s3://output/call-1/results.json",
              "results_version_id": "v1",
              "s3_output_uri": "s3://output/call-1/run/job_metadata.json",
              "topic_summary": [
                {
                  "topic_index": 0,
                  "start_timestamp_millis": 0,
                  "end_timestamp_millis": 1500,
                  "summary": "They greet."
                }
              ],
              "topics": [
                "hello"
              ],
              "transcript": "Hello."
            }
            """,
            json.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public void What_a_job_did_not_find_out_has_none()
    {
        var little = Small with
        {
            AudioSummary = null,
            CallSummary = null,
            Inference = null,
            Language = null,
            DurationSeconds = null,
        };

        var attributes = ResultAttributes.Of(little, Manifest, Document, version: null, metadata: null);

        Assert.Equal(
            [
                "audio_content_moderation", "call_categories", "results_s3_uri", "s3_output_uri", "topic_summary",
                "topics", "transcript",
            ],
            attributes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void At_the_bound_nothing_is_left_out()
    {
        var transcript = new string('x', Small.Transcript.Length + Bound - SizeOf(Small));

        var attributes = Of(Small with { Transcript = transcript });

        Assert.Equal(Bound, ItemSize.Of(attributes));
        Assert.Equal(transcript, attributes["transcript"].S);
        Assert.False(attributes.ContainsKey("only_in_results"));
    }

    [Fact]
    public void One_byte_above_it_the_transcript_is_left_out_whole()
    {
        var transcript = new string('x', Small.Transcript.Length + Bound - SizeOf(Small) + 1);

        var attributes = Of(Small with { Transcript = transcript });

        Assert.Equal(["transcript"], LeftOut(attributes));
        Assert.False(attributes.ContainsKey("transcript"));
        Assert.Equal(Of(Small).Keys.Except(["transcript"]), attributes.Keys.Except(["only_in_results"]));
        Assert.Equal("They greet each other.", attributes["call_summary"].S);
    }

    [Fact]
    public void Bytes_count_not_characters()
    {
        var attributes = Of(Small with { Transcript = new string('ж', Bound / 2) });

        Assert.Equal(["transcript"], LeftOut(attributes));
    }

    [Fact]
    public void While_it_is_still_too_large_the_next_one_is_left_out()
    {
        var huge = new string('x', Bound + 1);
        var results = Small with
        {
            Transcript = huge,
            Inference = new JsonObject { ["notes"] = huge },
            TopicSummaries = [new TopicSummary(0, null, null, huge, [])],
        };

        var attributes = Of(results);

        Assert.Equal(["transcript", "audio_content_moderation", "inference", "topic_summary"], LeftOut(attributes));
        Assert.Equal("A greeting.", attributes["audio_summary"].S);
        Assert.True(ItemSize.Of(attributes) <= Bound);
    }

    [Fact]
    public void However_large_what_stays_is_never_cut()
    {
        var huge = new string('x', Bound + 1);

        var attributes = Of(
            Small with { AudioSummary = huge, CallSummary = huge, Topics = [huge], CallCategories = [huge] });

        Assert.Equal(
            [
                "transcript", "audio_content_moderation", "inference", "topic_summary", "audio_summary", "call_summary",
                "topics", "call_categories",
            ],
            LeftOut(attributes));
        Assert.Equal(
            ["duration_seconds", "language", "only_in_results", "results_s3_uri", "s3_output_uri"],
            attributes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_publishers_metadata_takes_its_share_of_the_bound()
    {
        var metadata = new JsonObject { ["notes"] = new string('m', 100_000) };
        var results = Small with { Transcript = new string('x', 300_000) };

        Assert.Equal(["transcript"], LeftOut(ResultAttributes.Of(results, Manifest, Document, null, metadata)));
        Assert.False(Of(results).ContainsKey("only_in_results"));
    }

    private static IReadOnlyDictionary<string, AttributeValue> Of(CallResults results) =>
        ResultAttributes.Of(results, Manifest, Document, version: null, metadata: null);

    private static int SizeOf(CallResults results) => ItemSize.Of(Of(results));

    private static IEnumerable<string> LeftOut(IReadOnlyDictionary<string, AttributeValue> attributes) =>
        attributes["only_in_results"].L.Select(name => name.S);
}
