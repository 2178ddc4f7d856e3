using CallRecording.Local.Samples;

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>Uploaded by hand, a shipped recording has another key, and nothing beside it.</summary>
public sealed class WhenASampleLiesElsewhere(S3Endpoint endpoint)
{
    private static readonly IReadOnlyList<SampleCall> Samples = SampleCalls.Load(ProjectFiles.At("local", "Samples"));

    [Fact]
    public async Task Its_results_are_known_by_its_content()
    {
        var sample = Samples.First(one => one.CustomPath is not null);
        await using var world = await BdaWorld.OpenAsync(
            endpoint, options => options with { Known = [.. Samples.Select(one => one.Known)] });
        await world.RecordAsync(BdaWorld.AudioKey, standard: null, custom: null);
        await world.PutAsync(BdaWorld.AudioKey, await BytesAsync(sample.AudioPath));

        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 3600);

        Assert.Equal("Success", (string?)status["status"]);
        var keys = await world.KeysAsync();
        Assert.Equal(
            await BytesAsync(sample.StandardPath),
            await world.ReadAsync(keys.Single(key => key.Contains("standard_output", StringComparison.Ordinal))));
        Assert.Equal(
            await BytesAsync(sample.CustomPath!),
            await world.ReadAsync(keys.Single(key => key.Contains("custom_output", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task One_other_byte_makes_it_unknown()
    {
        var audio = await BytesAsync(Samples[0].AudioPath);
        audio[^1] ^= 1;
        await using var world = await BdaWorld.OpenAsync(
            endpoint, options => options with { Known = [.. Samples.Select(one => one.Known)] });
        await world.RecordAsync(BdaWorld.AudioKey, standard: null, custom: null);
        await world.PutAsync(BdaWorld.AudioKey, audio);

        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 3600);

        Assert.Equal("ClientError", (string?)status["status"]);
        Assert.StartsWith("No recorded result for", (string?)status["errorMessage"], StringComparison.Ordinal);
    }

    private static Task<byte[]> BytesAsync(string path) =>
        File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
}
