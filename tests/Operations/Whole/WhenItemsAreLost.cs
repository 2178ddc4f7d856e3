using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Local.Resources;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Rebuilding;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Operations.Whole;

/// <summary>The restore drill of docs/operations.md: the table lost items, S3 still has the results.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenItemsAreLost(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_made_again_from_results_with_all_words_and_those_that_are_there_stay()
    {
        var (lost, kept) = (await stack.ProcessAsync("lost-1"), await stack.ProcessAsync("lost-2"));
        var (before, untouched) = (await stack.ItemAsync(lost), await stack.ItemAsync(kept));
        var words = (await stack.WordsAsync(lost), await stack.WordsAsync(kept));
        await stack.LoseWordsAsync(lost);
        await stack.LoseWordsAsync(kept);
        using var table = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig { ServiceURL = stack.Addresses.DynamoDb.ToString() });
        await table.DeleteItemAsync(
            ResourceNames.Table,
            new Dictionary<string, AttributeValue>
            {
                ["hash"] = new() { S = lost.Hash },
                ["epchdatetimestamp"] = new() { N = before["epchdatetimestamp"]!.ToString() },
            },
            Stop);

        string[] calls = ["lost-1", "lost-2", "lost-never-there"];
        var dry = await RebuildAsync(calls, Confirmations.Dry);
        Assert.EndsWith(
            $"2 calls of the system at {stack.Addresses.Web} have results, 1 of them no item{Environment.NewLine}",
            dry,
            StringComparison.Ordinal);
        Assert.Contains("  no item: lost-1", dry, StringComparison.Ordinal);
        Assert.Empty(await stack.WordsAsync(lost));
        var said = await RebuildAsync(calls, Confirmations.Yes);

        Assert.Contains("rebuilt 1, already there 1, failed 0", said, StringComparison.Ordinal);
        Assert.Contains(
            "rebuilt 0, already there 2, failed 0", await RebuildAsync(calls, Confirmations.Yes),
            StringComparison.Ordinal);
        var after = await stack.ItemAsync(lost);
        string[] attributes =
        [
            "call_id", "transcript", "call_summary", "topics", "bedrock_status", "s3_input_uri", "epchdatetimestamp",
        ];
        foreach (var attribute in attributes)
        {
            Assert.Equal(before[attribute]?.ToJsonString(), after[attribute]?.ToJsonString());
        }

        Assert.Equal(untouched.ToJsonString(), (await stack.ItemAsync(kept)).ToJsonString());
        Assert.NotEmpty(words.Item1);
        Assert.Equal(words.Item1.Keys, (await stack.WordsAsync(lost)).Keys);
        Assert.Equal(words.Item2.Keys, (await stack.WordsAsync(kept)).Keys);
    }

    private async Task<string> RebuildAsync(IReadOnlyList<string> calls, Confirmation confirmation)
    {
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        var run = new RebuildRun(target, output);
        Assert.True(await run.RunAsync(calls, confirmation, Stop), output.ToString());
        return output.ToString();
    }
}
