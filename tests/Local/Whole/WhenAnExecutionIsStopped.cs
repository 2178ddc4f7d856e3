using Amazon.StepFunctions;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenAnExecutionIsStopped(RunningStack stack)
{
    [Fact]
    public async Task Its_call_says_so_and_a_redrive_brings_it_to_its_end()
    {
        // Its job hangs until it is mended, and while it is polled nothing writes the call's item.
        var call = await stack.SubmitAsync("stopped", "hang");
        await Eventually.TrueAsync(() => HasAsync(call.Hash, "step", "WaitForJob"), "the job is waited for");

        await stack.StopAsync(call.ExecutionArn, "WrongHour", "Stopped for the night.");

        Assert.Equal(ExecutionEventKind.Aborted, await stack.EndOfAsync(call.ExecutionArn));
        await Eventually.TrueAsync(() => HasAsync(call.Hash, "bedrock_status", "FAILED"), "the call is settled");
        var stopped = await stack.ItemAsync(call);
        Assert.Equal("WrongHour", (string?)stopped["error"]);
        Assert.StartsWith(
            "The execution was stopped: Stopped for the night.", (string?)stopped["cause"], StringComparison.Ordinal);

        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        var item = await stack.ItemAsync(call);
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.Null(item["error"]);
        Assert.Null(item["in_progress"]);
        Assert.Single(await stack.JobsAsync(call.Audio));
        Assert.Equal(ExecutionStatus.SUCCEEDED, (await stack.DescribeAsync(call.ExecutionArn)).Status);
    }

    private async Task<bool> HasAsync(string hash, string attribute, string value) =>
        (await stack.AskAsync("/analytics?limit=100"))["items"]!.AsArray().Any(item =>
            (string?)item!["hash"] == hash && (string?)item[attribute] == value);
}
