using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

[Collection(WaitingStackCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAJobHangs(RunningStack stack)
{
    [Fact]
    public async Task It_is_given_up_at_its_deadline_and_a_redrive_submits_a_new_one()
    {
        var call = await stack.SubmitAsync("hangs", "hang");

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        var failed = await stack.ItemAsync(call);
        Assert.Equal("JobDeadlineExceeded", (string?)failed["error"]);
        Assert.Equal("JobFailed", (string?)failed["failed_state"]);

        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        Assert.Equal(2, (await stack.JobsAsync(call.Audio)).Count);
    }
}
