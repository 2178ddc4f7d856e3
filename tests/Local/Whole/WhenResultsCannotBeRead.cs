using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenResultsCannotBeRead(RunningStack stack)
{
    [Theory]
    [InlineData("corrupt-result")]
    [InlineData("no-results")]
    public async Task A_redrive_persists_what_was_mended_and_starts_no_new_job(string fault)
    {
        var call = await stack.SubmitAsync($"results-{fault}", fault);

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        var failed = await stack.ItemAsync(call);
        Assert.Equal("FAILED", (string?)failed["bedrock_status"]);
        Assert.Equal("PersistResults", (string?)failed["failed_state"]);
        Assert.Equal("ResultsUnreadableException", (string?)failed["error"]);

        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        Assert.Equal("SUCCESS", (string?)(await stack.ItemAsync(call))["bedrock_status"]);
        Assert.Single(await stack.JobsAsync(call.Audio));
        Assert.Single((await stack.HistoryAsync(call.ExecutionArn)).StatesEntered(), "InvokeDataAutomation");
    }
}
