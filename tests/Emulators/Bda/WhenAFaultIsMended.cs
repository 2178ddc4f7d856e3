using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenAFaultIsMended(S3Endpoint endpoint)
{
    [Theory]
    [InlineData("no-results")]
    [InlineData("corrupt-result")]
    public async Task Spoiled_results_are_written_again(string fault)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync(fault);
        var arn = await world.SubmitAsync();
        await world.FinishAsync(arn);

        var answer = await world.MendAsync();

        Assert.Equal(1, (int?)answer["rewritten"]);
        var folder = $"output/{BdaJob.IdOf(arn)}";
        Assert.Equal(TestAudio.Standard(100), await world.ReadAsync($"{folder}/{JobFolder.StandardOutput}"));
        Assert.Equal(TestAudio.Custom, await world.ReadAsync($"{folder}/{JobFolder.CustomOutput}"));
        Assert.Equal(4, (await world.KeysAsync()).Length);
        Assert.Equal(0, (int?)(await world.MendAsync())["rewritten"]);
    }

    [Fact]
    public async Task A_hanging_job_goes_on_to_its_end()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("hang");
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.UntilAsync(arn, job => job.Held);

        var answer = await world.MendAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.Success);

        Assert.Equal(1, (int?)answer["released"]);
        Assert.Equal("2026-03-02T10:00:00.000Z", (string?)(await world.StatusAsync(arn))["jobCompletionTime"]);
    }

    [Theory]
    [InlineData("throttle:9")]
    [InlineData("access-denied")]
    [InlineData("client-error")]
    [InlineData("nonsense")]
    public async Task Later_jobs_run_clean(string fault)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync(fault);

        await world.MendAsync();

        Assert.DoesNotContain(
            await world.KeysAsync(BdaWorld.AudioKey), key => key.EndsWith("/fault", StringComparison.Ordinal));
        Assert.Equal("Success", (string?)(await world.FinishAsync(await world.SubmitAsync()))["status"]);
    }

    [Fact]
    public async Task Ordering_it_again_starts_the_count_anew()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("throttle:1");
        await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        await world.MendAsync();

        await world.OrderAsync("throttle:1");

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        Assert.Equal("ThrottlingException", (string?)error["__type"]);
    }

    [Fact]
    public async Task Other_audio_is_left_alone()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("access-denied");

        await world.MendAsync(world.AudioUri + "2");

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        Assert.Equal("AccessDeniedException", (string?)error["__type"]);
    }

    [Fact]
    public async Task Nonsense_is_refused()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        Assert.Equal(400, (int?)(await world.MendAsync("bucket/key"))["httpStatus"]);
    }
}
