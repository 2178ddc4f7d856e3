using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenTheJobFails(RunningStack stack)
{
    [Fact]
    public async Task The_failure_is_recorded_and_a_redrive_submits_one_new_job_in_the_same_execution()
    {
        var call = await stack.SubmitAsync("job-fails", "client-error");

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        var failed = await stack.ItemAsync(call);
        Assert.Equal("FAILED", (string?)failed["bedrock_status"]);
        Assert.Equal("JobClientError", (string?)failed["error"]);
        Assert.Equal("JobFailed", (string?)failed["failed_state"]);
        Assert.Contains("data-automation-invocation", (string?)failed["cause"], StringComparison.Ordinal);
        Assert.Equal("CallProcessingFailedException", (await stack.DescribeAsync(call.ExecutionArn)).Error);

        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        var mended = await stack.ItemAsync(call);
        Assert.Equal("SUCCESS", (string?)mended["bedrock_status"]);
        Assert.Null(mended["error"]);
        Assert.Null(mended["cause"]);
        Assert.Null(mended["failed_state"]);
        Assert.Equal(2, (await stack.JobsAsync(call.Audio)).Count);
        Assert.Equal(call.ExecutionArn, (string?)mended["execution_arn"]);
    }

    [Fact]
    public async Task A_redrive_without_mending_fails_again_and_says_so()
    {
        var call = await stack.SubmitAsync("job-fails-twice", "client-error");
        await stack.EndOfAsync(call.ExecutionArn);

        await stack.RedriveAsync(call.ExecutionArn);

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        Assert.Equal("FAILED", (string?)(await stack.ItemAsync(call))["bedrock_status"]);
        Assert.Equal(2, (await stack.JobsAsync(call.Audio)).Count);
    }

    [Fact]
    public async Task A_service_error_is_submitted_anew_without_an_operator()
    {
        var call = await stack.SubmitAsync("service-error", "service-error:2");

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        Assert.Equal(3, (await stack.JobsAsync(call.Audio)).Count);
    }

    [Fact]
    public async Task A_call_without_a_recorded_result_says_what_to_do()
    {
        var call = await stack.SubmitUnknownAsync("not-recorded");

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        Assert.Contains("--result", (string?)(await stack.ItemAsync(call))["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audio_of_a_sample_has_the_results_of_the_sample_under_any_name()
    {
        var call = await stack.SubmitAsync("known-by-its-audio", recorded: false);

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
    }
}
