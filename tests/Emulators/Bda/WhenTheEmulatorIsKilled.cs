using Amazon.Runtime;
using Amazon.S3.Model;
using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenTheEmulatorIsKilled(S3Endpoint endpoint)
{
    [Fact]
    public async Task A_job_in_progress_is_finished_after_the_restart()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);

        await world.KillAndStartAgainAsync();
        world.Time.Advance(TimeSpan.FromSeconds(64));
        await world.UntilAsync(arn, job => job.Status == BdaStatus.Success);

        Assert.Equal(4, (await world.KeysAsync()).Length);
        Assert.Equal(64, (int?)(await world.StatusAsync(arn))["jobDurationInSeconds"]);
    }

    [Fact]
    public async Task Between_result_and_manifest_a_job_is_not_done_and_is_finished_after_the_restart()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RequestEventHandler interrupt = (_, sent) =>
        {
            if (sent is WebServiceRequestEventArgs { Request: PutObjectRequest put } && put.Key.EndsWith(
                JobFolder.Manifest, StringComparison.Ordinal))
            {
                reached.TrySetResult();
                throw new IOException("The process is about to be killed.");
            }
        };
        world.S3.BeforeRequestEvent += interrupt;
        world.Time.Advance(TimeSpan.FromSeconds(64));
        await reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        var (before, keysBefore) = (await world.StatusAsync(arn), await world.KeysAsync());
        world.S3.BeforeRequestEvent -= interrupt;

        await world.KillAndStartAgainAsync();
        world.Time.Advance(TimeSpan.FromSeconds(2));
        await world.UntilAsync(arn, job => job.Status == BdaStatus.Success);

        Assert.Equal("InProgress", (string?)before["status"]);
        Assert.Equal(3, keysBefore.Length);
        Assert.Equal(4, (await world.KeysAsync()).Length);
    }

    [Fact]
    public async Task A_job_whose_time_ran_out_meanwhile_is_finished_at_once()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);

        await world.StopAsync();
        world.Time.Advance(TimeSpan.FromHours(5));
        await world.StartAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.Success);

        Assert.Equal(4, (await world.KeysAsync()).Length);
    }

    [Fact]
    public async Task A_finished_job_and_its_token_are_remembered()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        var before = await world.FinishAsync(arn);

        await world.KillAndStartAgainAsync();

        Assert.Equal(before.ToJsonString(), (await world.StatusAsync(arn)).ToJsonString());
        Assert.Equal(arn, await world.SubmitAsync());
        Assert.Equal(1, (int?)(await world.JobsAsync())["count"]);
    }

    [Fact]
    public async Task A_fault_s_strikes_are_remembered()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("throttle:2");
        await world.CallAsync("InvokeDataAutomationAsync", world.Request());

        await world.KillAndStartAgainAsync();
        var second = await world.CallAsync("InvokeDataAutomationAsync", world.Request());

        Assert.Equal("ThrottlingException", (string?)second["__type"]);
        Assert.NotEmpty(await world.SubmitAsync());
    }

    [Fact]
    public async Task A_hanging_job_still_hangs_and_can_be_mended()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("hang");
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.UntilAsync(arn, job => job.Held);

        await world.KillAndStartAgainAsync();
        var before = await world.StatusAsync(arn);
        await world.MendAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.Success);

        Assert.Equal("InProgress", (string?)before["status"]);
    }
}
