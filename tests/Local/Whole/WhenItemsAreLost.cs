using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Local.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

/// <summary>The restore drill of the README: the table lost items, S3 still has the results.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenItemsAreLost(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_made_again_from_results_with_all_words_and_those_that_are_there_stay()
    {
        if (!AwsCli.IsThere)
        {
            Assert.Skip("The aws command line is not on the PATH.");
        }

        var lost = await stack.SubmitAsync("lost-1");
        var kept = await stack.SubmitAsync("lost-2");
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(lost.ExecutionArn));
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(kept.ExecutionArn));
        var (before, untouched) = (await stack.ItemAsync(lost), await stack.ItemAsync(kept));
        var words = (await stack.WordsAsync(lost), await stack.WordsAsync(kept));
        await stack.LoseWordsAsync(lost);
        await stack.LoseWordsAsync(kept);
        using var table = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"), new AmazonDynamoDBConfig { ServiceURL = stack.Addresses.DynamoDb.ToString() });
        await table.DeleteItemAsync(
            CallRecording.Local.ResourceNames.Table,
            new Dictionary<string, AttributeValue>
            {
                ["hash"] = new() { S = lost.Hash },
                ["epchdatetimestamp"] = new() { N = before["epchdatetimestamp"]!.ToString() },
            },
            Stop);

        var said = await RebuildAsync("lost-");

        Assert.Contains("rebuilt 1, already there 1, failed 0", said, StringComparison.Ordinal);
        var after = await stack.ItemAsync(lost);
        foreach (var attribute in new[] { "call_id", "transcript", "call_summary", "topics", "bedrock_status", "s3_input_uri", "epchdatetimestamp" })
        {
            Assert.Equal(before[attribute]?.ToJsonString(), after[attribute]?.ToJsonString());
        }

        Assert.Equal(untouched.ToJsonString(), (await stack.ItemAsync(kept)).ToJsonString());
        Assert.NotEmpty(words.Item1);
        Assert.Equal(words.Item1.Keys, (await stack.WordsAsync(lost)).Keys);
        Assert.Equal(words.Item2.Keys, (await stack.WordsAsync(kept)).Keys);
    }

    private async Task<string> RebuildAsync(string prefix)
    {
        var start = new ProcessStartInfo(
            ProjectFiles.At("infra/rebuild-items"), [CallRecording.Local.ResourceNames.OutputBucket, prefix])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = CallRecording.Local.ResourceNames.Region;
        start.Environment["AWS_ENDPOINT_URL_S3"] = stack.Addresses.Messaging.ToString();
        start.Environment["AWS_ENDPOINT_URL_LAMBDA"] = stack.Addresses.Lambda.ToString();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("rebuild-items did not start.");
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, $"rebuild-items ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
