using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Tasks.Aws;

public sealed class ResultAttributesTests
{
    private static readonly S3Uri Manifest = S3Uri.Parse("s3://out/call/job/job_metadata.json");
    private static readonly S3Uri Document = S3Uri.Parse("s3://out/call/results.json");

    [Fact]
    public void At_the_bound_everything_is_in_the_item()
    {
        var attributes = Of(Results(LongestTranscript));

        Assert.Equal(ResultAttributes.MostBytes, ItemSize.Of(attributes));
        Assert.Equal(LongestTranscript, attributes[CallAttributes.Transcript].S.Length);
        Assert.DoesNotContain(CallAttributes.OnlyInResults, attributes.Keys);
    }

    [Fact]
    public void One_byte_more_and_the_transcript_is_in_results_json_alone()
    {
        var attributes = Of(Results(LongestTranscript + 1));

        Assert.DoesNotContain(CallAttributes.Transcript, attributes.Keys);
        Assert.Equal([CallAttributes.Transcript], Names(attributes));
        Assert.Equal("A summary.", attributes[CallAttributes.CallSummary].S);
    }

    [Fact]
    public void What_is_still_too_long_follows_until_it_fits()
    {
        var attributes = Of(Results(10) with
        {
            Inference = new JsonObject { ["notes"] = new string('x', ResultAttributes.MostBytes) },
        });

        Assert.Equal(
            [CallAttributes.Transcript, CallAttributes.Moderation, CallAttributes.Inference], Names(attributes));
        Assert.True(ItemSize.Of(attributes) <= ResultAttributes.MostBytes);
    }

    [Fact]
    public void Metadata_that_is_in_the_item_leaves_the_results_less_room()
    {
        var results = Results(LongestTranscript);

        var attributes = ResultAttributes.Of(
            results, Manifest, Document, version: null, new JsonObject { ["agent"] = "7" });

        Assert.Equal([CallAttributes.Transcript], Names(attributes));
    }

    private static int LongestTranscript => ResultAttributes.MostBytes - ItemSize.Of(Of(Results(0)));

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, AttributeValue> attributes) =>
        attributes[CallAttributes.OnlyInResults].L.Select(name => name.S);

    private static IReadOnlyDictionary<string, AttributeValue> Of(CallResults results) =>
        ResultAttributes.Of(results, Manifest, Document, version: null, metadata: null);

    private static CallResults Results(int transcriptCharacters) => new(
        new string('a', transcriptCharacters), null, [], "A summary.", ["Billing"], [], [], null, null, null, "EN",
        1.5m, null, null, [], []);
}
