using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenAServiceRefusesForNow(RunningStack stack)
{
    [Theory]
    [InlineData("throttle:8", "ServiceThrottledException")]
    [InlineData("quota:3", "JobQuotaExceededException")]
    public async Task The_submission_is_retried_until_it_is_one_job(string fault, string error)
    {
        var call = await stack.SubmitAsync($"refused-{fault[..5]}", fault);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        Assert.Contains(
            await stack.HistoryAsync(call.ExecutionArn), one => one.TaskFailedEventDetails?.Error == error);
        Assert.Single(await stack.JobsAsync(call.Audio));
    }

    [Fact]
    public async Task A_denied_permission_fails_at_once_and_a_redrive_after_it_was_granted_succeeds()
    {
        var call = await stack.SubmitAsync("denied", "access-denied");

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        var failed = await stack.ItemAsync(call);
        Assert.Equal("ServiceAccessDeniedException", (string?)failed["error"]);
        Assert.Equal("InvokeDataAutomation", (string?)failed["failed_state"]);

        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        Assert.Single(await stack.JobsAsync(call.Audio));
    }
}
