using System.Text;
using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenAJobRuns(S3Endpoint endpoint)
{
    [Fact]
    public async Task Access_is_checked_at_once()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var id = BdaJob.IdOf(await world.SubmitAsync());

        Assert.Equal([$"output/{id}/0/.s3_access_check"], await world.KeysAsync());
        Assert.Empty((await world.ReadAsync($"output/{id}/0/.s3_access_check"))!);
    }

    [Fact]
    public async Task It_is_in_progress_until_its_time_is_over()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        await world.UntilAsync(arn, job => job.Status == BdaStatus.InProgress);

        world.Time.Advance(TimeSpan.FromSeconds(63.9));
        var before = await world.StatusAsync(arn);

        Assert.Equal("InProgress", (string?)before["status"]);
        Assert.Equal("2026-03-02T09:00:00.000Z", (string?)before["jobSubmissionTime"]);
        Assert.Null(before["jobCompletionTime"]);
        Assert.Null(before["outputConfiguration"]);
        Assert.Single(await world.KeysAsync());
    }

    [Fact]
    public async Task It_succeeds_after_0_64_of_the_audio_s_length()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();

        var status = await world.FinishAsync(arn, seconds: 64);

        Assert.Equal("Success", (string?)status["status"]);
        Assert.Equal("2026-03-02T09:01:04.000Z", (string?)status["jobCompletionTime"]);
        Assert.Equal(64, (int?)status["jobDurationInSeconds"]);
        Assert.Equal(
            $"{world.Output}/{BdaJob.IdOf(arn)}/job_metadata.json", (string?)status["outputConfiguration"]!["s3Uri"]);
    }

    [Fact]
    public async Task A_fixed_time_goes_before_length_and_speed()
    {
        await using var world = await BdaWorld.OpenAsync(
            endpoint, options => options with { Speed = 8, JobTime = TimeSpan.FromSeconds(4.5) });

        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 4.5);

        // The service counts whole seconds; a started one counts.
        Assert.Equal(5, (int?)status["jobDurationInSeconds"]);
    }

    [Fact]
    public async Task Speed_divides_its_time()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint, options => options with { Speed = 8 });

        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 8);

        Assert.Equal("Success", (string?)status["status"]);
    }

    [Fact]
    public async Task The_recorded_results_are_replayed_byte_for_byte()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        var folder = $"output/{BdaJob.IdOf(arn)}";

        await world.FinishAsync(arn);

        Assert.Equal(
            [
                $"{folder}/0/.s3_access_check",
                $"{folder}/0/custom_output/0/result.json",
                $"{folder}/0/standard_output/0/result.json",
                $"{folder}/job_metadata.json",
            ],
            await world.KeysAsync());
        Assert.Equal(TestAudio.Standard(100), await world.ReadAsync($"{folder}/0/standard_output/0/result.json"));
        Assert.Equal(TestAudio.Custom, await world.ReadAsync($"{folder}/0/custom_output/0/result.json"));
    }

    [Fact]
    public async Task The_manifest_names_the_results_in_the_service_s_own_spelling()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var (id, manifest) = await ManifestAsync(world, blueprint: true);

        Assert.Equal(
            ($"{{'job_id': '{id}', 'job_status': 'PROCESSED', 'semantic_modality': 'AUDIO', "
                + $"'output_metadata': [{{'asset_id': 0, 'asset_input_path': {{'s3_bucket': '{world.Bucket}', "
                + $"'s3_key': '{BdaWorld.AudioKey}'}}, 'segment_metadata': [{{"
                + $"'standard_output_path': '{world.Output}/{id}/0/standard_output/0/result.json', "
                + $"'custom_output_path': '{world.Output}/{id}/0/custom_output/0/result.json', "
                + "'custom_output_status': 'MATCH'}]}]}").Replace('\'', '"'),
            manifest);
    }

    [Fact]
    public async Task Without_recorded_custom_output_the_blueprint_did_not_match()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.RecordAsync(BdaWorld.AudioKey, TestAudio.Standard(100), custom: null);

        var (_, manifest) = await ManifestAsync(world, blueprint: true);

        Assert.EndsWith("\", \"custom_output_status\": \"NO_MATCH\"}]}]}", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("custom_output_path", manifest, StringComparison.Ordinal);
        Assert.Equal(3, (await world.KeysAsync()).Length);
    }

    [Fact]
    public async Task Without_a_blueprint_there_is_no_custom_output_at_all()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var (_, manifest) = await ManifestAsync(world, blueprint: false);

        Assert.EndsWith("/0/standard_output/0/result.json\"}]}]}", manifest, StringComparison.Ordinal);
        Assert.Equal(3, (await world.KeysAsync()).Length);
    }

    [Fact]
    public async Task A_trailing_slash_of_the_prefix_gives_two_in_the_keys()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync(world.Request(output: world.Output + "/"));
        var id = BdaJob.IdOf(arn);

        var status = await world.FinishAsync(arn);

        Assert.Equal($"{world.Output}//{id}/job_metadata.json", (string?)status["outputConfiguration"]!["s3Uri"]);
        Assert.Contains($"output//{id}/job_metadata.json", await world.KeysAsync());
        Assert.All(await world.KeysAsync(), key => Assert.StartsWith($"output//{id}/", key, StringComparison.Ordinal));
    }

    private static async Task<(string? Id, string Manifest)> ManifestAsync(BdaWorld world, bool blueprint)
    {
        var request = world.Request();
        if (!blueprint)
        {
            request.Remove("dataAutomationConfiguration");
        }

        var arn = await world.SubmitAsync(request);
        await world.FinishAsync(arn);
        var id = BdaJob.IdOf(arn);
        return (id, Encoding.UTF8.GetString((await world.ReadAsync($"output/{id}/job_metadata.json"))!));
    }
}
