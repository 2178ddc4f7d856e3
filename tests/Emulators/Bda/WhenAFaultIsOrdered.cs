using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenAFaultIsOrdered(S3Endpoint endpoint)
{
    [Theory]
    [InlineData("throttle:2", "ThrottlingException")]
    [InlineData("quota:2\n", "ServiceQuotaExceededException")]
    public async Task Submissions_are_refused_until_it_wears_off(string fault, string error)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync(fault);

        var first = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        var second = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        await world.SubmitAsync();

        Assert.Equal([error, error], [(string?)first["__type"], (string?)second["__type"]]);
        Assert.Equal(1, (int?)(await world.JobsAsync())["count"]);
    }

    [Fact]
    public async Task Only_its_own_audio_suffers()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("access-denied");
        await world.PutAsync("other.wav", TestAudio.Wav(1));

        await world.SubmitAsync(world.Request(key: "other.wav"));

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        Assert.Equal("AccessDeniedException", (string?)error["__type"]);
    }

    [Fact]
    public async Task The_service_s_own_failures_wear_off()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("service-error:1");

        var first = await world.FinishAsync(await world.SubmitAsync());
        var second = await world.FinishAsync(await world.SubmitAsync(world.Request("token-2")));

        Assert.Equal("ServiceError", (string?)first["status"]);
        Assert.Equal("InternalServerException", (string?)first["errorType"]);
        Assert.NotNull(first["jobCompletionTime"]);
        Assert.Equal("Success", (string?)second["status"]);
    }

    [Fact]
    public async Task The_client_s_error_lasts()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("client-error");

        var first = await world.FinishAsync(await world.SubmitAsync());
        var second = await world.FinishAsync(await world.SubmitAsync(world.Request("token-2")));

        Assert.Equal(["ClientError", "ClientError"], [(string?)first["status"], (string?)second["status"]]);
        Assert.NotNull(first["errorType"]);
        Assert.NotNull(first["errorMessage"]);
    }

    [Fact]
    public async Task A_hanging_job_stays_in_progress()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("hang");
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);

        world.Time.Advance(TimeSpan.FromDays(1));
        await world.UntilAsync(arn, job => job.Held);

        Assert.Equal("InProgress", (string?)(await world.StatusAsync(arn))["status"]);
        Assert.Single(await world.KeysAsync());
    }

    [Fact]
    public async Task Results_can_be_missing_though_the_manifest_names_them()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("no-results");
        var arn = await world.SubmitAsync();

        var status = await world.FinishAsync(arn);

        var folder = $"output/{BdaJob.IdOf(arn)}";
        Assert.Equal("Success", (string?)status["status"]);
        Assert.Equal([$"{folder}/0/.s3_access_check", $"{folder}/job_metadata.json"], await world.KeysAsync());
    }

    [Fact]
    public async Task The_standard_result_can_break_off()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("corrupt-result");
        var arn = await world.SubmitAsync();

        var status = await world.FinishAsync(arn);

        var written = (await world.ReadAsync($"output/{BdaJob.IdOf(arn)}/{JobFolder.StandardOutput}"))!;
        Assert.Equal("Success", (string?)status["status"]);
        Assert.InRange(written.Length, 1, TestAudio.Standard(100).Length - 1);
        Assert.Equal(TestAudio.Standard(100)[..written.Length], written);
    }

    [Fact]
    public async Task An_unknown_word_is_refused()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("explode");

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());

        Assert.Equal("ValidationException", (string?)error["__type"]);
        Assert.Contains("'explode' is not a fault", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ordering_another_starts_the_count_again()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.OrderAsync("throttle:1");
        await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        await world.SubmitAsync();

        await world.OrderAsync("throttle:2");

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request());
        Assert.Equal("ThrottlingException", (string?)error["__type"]);
    }
}
