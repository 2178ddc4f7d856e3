using Amazon.BedrockDataAutomationRuntime.Model;
using Amazon.StepFunctions.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenAServiceThrottles
{
    private static readonly Answer Throttled =
        new(400, """{"__type":"ThrottlingException","message":"Rate exceeded."}""");

    [Fact]
    public async Task The_request_is_sent_again_until_it_is_taken()
    {
        await using var server = await RecordingServer.StartAsync(
            Throttled, Throttled, new Answer(200, """{"executionArn":"arn:e"}"""));
        using var client = StepFunctionsClients.For(server);

        var response = await client.StartExecutionAsync(
            new StartExecutionRequest { Name = "c-1" }, TestContext.Current.CancellationToken);

        Assert.Equal("arn:e", response.ExecutionArn);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("""{"name":"c-1"}""", request.Body));
    }

    [Fact]
    public async Task Every_attempt_carries_the_same_token()
    {
        await using var server = await RecordingServer.StartAsync(
            Throttled, Throttled, new Answer(200, """{"invocationArn":"arn:j"}"""));
        using var client = BedrockClients.For(server);

        await client.InvokeDataAutomationAsyncAsync(
            new InvokeDataAutomationAsyncRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (string?)request.Json["clientToken"]).Distinct());
    }

    [Fact]
    public async Task It_is_given_up_after_the_last_attempt()
    {
        await using var server = await RecordingServer.StartAsync(Throttled);
        using var client = BedrockClients.For(server);

        var thrown = await Assert.ThrowsAsync<ThrottlingException>(() => client.GetDataAutomationStatusAsync(
            new GetDataAutomationStatusRequest(), TestContext.Current.CancellationToken));

        Assert.Equal("ThrottlingException", thrown.ErrorCode);
        Assert.Equal(client.Config.MaxErrorRetry + 1, server.Requests.Count);
    }
}
