using System.Net;
using Amazon.StepFunctions.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenAnExecutionIsStarted
{
    private const string Started = """{"executionArn":"arn:e","startDate":1792497600.125,"unheardOf":{"a":[1]}}""";

    [Fact]
    public async Task The_request_is_signed_awsJson()
    {
        var (request, _) = await StartAsync();

        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.Path);
        Assert.Equal("AWSStepFunctions.StartExecution", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("2016-11-23", request.Headers["X-Amz-Api-Version"]);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/states/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]*content-type;host;[a-z0-9;-]*x-amz-target, Signature=[0-9a-f]{64}$",
            request.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_body_holds_what_is_set_and_nothing_else()
    {
        var (request, _) = await StartAsync();

        var body = request.Json.AsObject();
        Assert.Equal(["input", "name", "stateMachineArn"], body.Select(member => member.Key));
        Assert.Equal("""{"callId":"c-1"}""", (string?)body["input"]);
        Assert.Equal("c-1-0123", (string?)body["name"]);
        Assert.Equal("arn:m", (string?)body["stateMachineArn"]);
    }

    [Fact]
    public async Task The_answer_tells_when_and_under_which_name()
    {
        var (_, response) = await StartAsync();

        Assert.Equal("arn:e", response.ExecutionArn);
        Assert.Equal(new DateTime(2026, 10, 20, 12, 0, 0, 125, DateTimeKind.Utc), response.StartDate);
        Assert.Equal(DateTimeKind.Utc, response.StartDate?.Kind);
        Assert.Equal("id-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    private static async Task<(Received Request, StartExecutionResponse Response)> StartAsync()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(200, Started, ("x-amzn-RequestId", "id-1")));
        using var client = StepFunctionsClients.For(server);
        var response = await client.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = "arn:m", Name = "c-1-0123", Input = """{"callId":"c-1"}""" },
            TestContext.Current.CancellationToken);
        return (Assert.Single(server.Requests), response);
    }
}
