using System.Text.Json.Nodes;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenACallIsSubmittedTwice(S3Endpoint endpoint)
{
    [Fact]
    public async Task One_token_makes_one_job()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var arns = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.SubmitAsync()));

        Assert.Single(arns.Distinct());
        Assert.Equal(1, (int?)(await world.JobsAsync())["count"]);
    }

    [Fact]
    public async Task A_token_still_counts_when_its_job_is_done_and_the_audio_gone()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var arn = await world.SubmitAsync();
        await world.FinishAsync(arn);
        await world.S3.DeleteObjectAsync(
            world.Bucket, BdaWorld.AudioKey, TestContext.Current.CancellationToken);

        Assert.Equal(arn, await world.SubmitAsync());
    }

    [Fact]
    public async Task The_order_of_members_does_not_matter()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var reversed = new JsonObject(world.Request().Reverse()
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.Equal(await world.SubmitAsync(), await world.SubmitAsync(reversed));
    }

    [Fact]
    public async Task The_token_may_not_serve_another_request()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        await world.SubmitAsync();

        var error = await world.CallAsync("InvokeDataAutomationAsync", world.Request(output: world.Output + "2"));

        Assert.Equal("ValidationException", (string?)error["__type"]);
        Assert.Contains("token-1", (string?)error["message"], StringComparison.Ordinal);
        Assert.Equal(1, (int?)(await world.JobsAsync())["count"]);
    }

    [Fact]
    public async Task Another_token_makes_another_job()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        string[] arns = [await world.SubmitAsync(), await world.SubmitAsync(world.Request("token-2"))];

        Assert.Equal(2, arns.Distinct().Count());
        Assert.Equal(2, (int?)(await world.JobsAsync())["count"]);
    }

    [Fact]
    public async Task Without_a_token_every_submission_is_new()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        string[] arns = [await world.SubmitAsync(world.Request(null)), await world.SubmitAsync(world.Request(null))];

        Assert.Equal(2, arns.Distinct().Count());
    }
}
