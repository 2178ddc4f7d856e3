namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenTheAudioCannotBeUsed(S3Endpoint endpoint)
{
    private const string Unreadable = "ValidationException: Unable to read file from given S3 location. "
        + "Check bucket name, key, region and read permissions.";

    private const string Unsupported = "ValidationException: The format of the input file isn't supported.";

    [Fact]
    public async Task A_key_that_does_not_exist_is_unreadable()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        Assert.Equal(Unreadable, await RefusalAsync(world, "2026/03/other.wav"));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_unreadable()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        Assert.Equal(Unreadable, await RefusalAsync(world, uri: $"s3://{world.Bucket}-other/a.wav"));
    }

    [Fact]
    public async Task A_bucket_alone_is_unreadable()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        Assert.Equal(Unreadable, await RefusalAsync(world, uri: $"s3://{world.Bucket}"));
    }

    [Theory]
    [InlineData("This is a text, whatever its name says.")]
    [InlineData("")]
    public async Task What_is_not_audio_is_not_supported(string content)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.PutAsync("text.wav", System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(Unsupported, await RefusalAsync(world, "text.wav"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task Audio_may_be_as_large_as_the_limit(int more, bool accepted)
    {
        var audio = TestAudio.Wav(seconds: 1);
        await using var world = await BdaWorld.OpenAsync(
            endpoint, options => options with { InputBytes = audio.Length + more });

        var answer = await world.CallAsync("InvokeDataAutomationAsync", world.Request());

        Assert.Equal(accepted, answer.ContainsKey("invocationArn"));
        Assert.Equal(accepted ? null : "ValidationException", (string?)answer["__type"]);
    }

    [Fact]
    public async Task An_output_bucket_that_does_not_exist_cannot_be_written()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var error = await world.CallAsync(
            "InvokeDataAutomationAsync", world.Request(output: $"s3://{world.Bucket}-other/output"));

        Assert.Equal(
            "Unable to write to given S3 location. Check bucket name, key, region and write permissions.",
            (string?)error["message"]);
        Assert.Equal(0, (int?)(await world.JobsAsync())["count"]);
    }

    private static async Task<string> RefusalAsync(BdaWorld world, string key = "", string? uri = null)
    {
        var request = world.Request(key: key);
        request["inputConfiguration"]!["s3Uri"] = uri ?? $"s3://{world.Bucket}/{key}";
        var error = await world.CallAsync("InvokeDataAutomationAsync", request);
        Assert.Empty(await world.KeysAsync());
        return $"{(string?)error["__type"]}: {(string?)error["message"]}";
    }
}
