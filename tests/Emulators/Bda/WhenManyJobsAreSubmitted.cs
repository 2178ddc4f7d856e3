using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenManyJobsAreSubmitted(S3Endpoint endpoint)
{
    [Fact]
    public async Task Those_above_the_limit_wait_for_their_turn()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint, options => options with { ConcurrentJobs = 2 });
        string[] arns = [.. await Task.WhenAll(Enumerable.Range(1, 3).Select(n => SubmitAsync(world, n)))];
        string?[] jobs = [.. (await world.JobsAsync())["jobs"]!.AsArray().Select(job => (string?)job!["arn"])];
        foreach (var arn in jobs[..2])
        {
            await world.UntilAsync(arn!, job => job.Status == BdaStatus.InProgress);
        }

        var waiting = await world.StatusAsync(jobs[2]!);
        world.Time.Advance(TimeSpan.FromSeconds(64));
        await world.UntilAsync(jobs[2]!, job => job.Status == BdaStatus.InProgress);
        var last = await world.FinishAsync(jobs[2]!);

        Assert.Equal(arns.Order(), jobs.Order());
        Assert.Equal("Created", (string?)waiting["status"]);
        Assert.Equal("Success", (string?)last["status"]);
        Assert.Equal(128, (int?)last["jobDurationInSeconds"]);
    }

    [Fact]
    public async Task One_more_open_job_than_the_quota_is_refused()
    {
        await using var world = await BdaWorld.OpenAsync(
            endpoint, options => options with { ConcurrentJobs = 1, OpenJobs = 2 });
        var first = await SubmitAsync(world, 1);
        await SubmitAsync(world, 2);

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request("token-3"));
        await world.FinishAsync(first);

        Assert.Equal("ServiceQuotaExceededException", (string?)error["__type"]);
        Assert.Equal(first, await SubmitAsync(world, 1));
        Assert.NotEmpty(await SubmitAsync(world, 3));
    }

    private static Task<string> SubmitAsync(BdaWorld world, int number) =>
        world.SubmitAsync(world.Request($"token-{number}"));
}
