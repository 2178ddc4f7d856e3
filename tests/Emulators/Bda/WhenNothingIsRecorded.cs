using System.Text;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenNothingIsRecorded(S3Endpoint endpoint)
{
    [Fact]
    public async Task The_job_fails_and_says_what_to_do()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.RecordAsync(BdaWorld.AudioKey, standard: null, custom: null);

        // A second of WAV: the shortest time a job takes.
        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 10);

        Assert.Equal("ClientError", (string?)status["status"]);
        Assert.Equal(
            $"No recorded result for {world.AudioUri}: this emulator replays results, it does not transcribe. "
            + "Submit the audio with --result STANDARD.json [--custom CUSTOM.json].",
            (string?)status["errorMessage"]);
        Assert.Null(status["outputConfiguration"]);
        Assert.Single(await world.KeysAsync());
    }

    [Theory]
    [InlineData("[]", "{}", "standard_output.json")]
    [InlineData("{\"a\":", "{}", "standard_output.json")]
    [InlineData("{}", "\"text\"", "custom_output.json")]
    public async Task What_is_not_a_JSON_object_cannot_be_replayed(string standard, string custom, string culprit)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.RecordAsync(BdaWorld.AudioKey, Encoding.UTF8.GetBytes(standard), Encoding.UTF8.GetBytes(custom));

        var status = await world.FinishAsync(await world.SubmitAsync(), seconds: 10);

        Assert.Equal("ClientError", (string?)status["status"]);
        Assert.Equal(
            $"{world.AudioUri}.bda/{culprit} is not a JSON object, so it cannot be replayed.",
            (string?)status["errorMessage"]);
    }
}
