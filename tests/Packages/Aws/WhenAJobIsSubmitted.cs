using System.Text.Json.Nodes;
using Amazon.BedrockDataAutomationRuntime.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenAJobIsSubmitted
{
    [Fact]
    public async Task The_request_is_signed_awsJson_for_bedrock()
    {
        var request = await SubmitAsync(new InvokeDataAutomationAsyncRequest());

        Assert.Equal(
            "AmazonBedrockKeystoneRuntimeService.InvokeDataAutomationAsync", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Equal("2024-06-13", request.Headers["X-Amz-Api-Version"]);
        Assert.Equal("session", request.Headers["X-Amz-Security-Token"]);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/us-east-1/bedrock/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]*host;[a-z0-9;-]*x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$",
            request.Headers["Authorization"]);
    }

    [Fact]
    public async Task The_body_holds_the_whole_job()
    {
        var request = await SubmitAsync(new InvokeDataAutomationAsyncRequest
        {
            ClientToken = "token",
            DataAutomationProfileArn = "arn:profile",
            InputConfiguration = new() { S3Uri = "s3://in/a.wav" },
            OutputConfiguration = new() { S3Uri = "s3://out/" },
            DataAutomationConfiguration = new() { DataAutomationProjectArn = "arn:project", Stage = "LIVE" },
            EncryptionConfiguration = new()
            {
                KmsKeyId = "key",
                KmsEncryptionContext = new() { ["call"] = "c-1" },
            },
            NotificationConfiguration = new() { EventBridgeConfiguration = new() { EventBridgeEnabled = true } },
            Blueprints = [new() { BlueprintArn = "arn:blueprint", Version = "1" }],
            Tags = [new() { Key = "project", Value = "calls" }],
        });

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """
            {
              "dataAutomationConfiguration": { "stage": "LIVE", "dataAutomationProjectArn": "arn:project" },
              "encryptionConfiguration": { "kmsEncryptionContext": { "call": "c-1" }, "kmsKeyId": "key" },
              "inputConfiguration": { "s3Uri": "s3://in/a.wav" },
              "blueprints": [{ "blueprintArn": "arn:blueprint", "version": "1" }],
              "tags": [{ "key": "project", "value": "calls" }],
              "notificationConfiguration": { "eventBridgeConfiguration": { "eventBridgeEnabled": true } },
              "outputConfiguration": { "s3Uri": "s3://out/" },
              "clientToken": "token",
              "dataAutomationProfileArn": "arn:profile"
            }
            """), request.Json), request.Body);
    }

    [Fact]
    public async Task Two_jobs_without_a_token_get_two()
    {
        var first = await SubmitAsync(new InvokeDataAutomationAsyncRequest());
        var second = await SubmitAsync(new InvokeDataAutomationAsyncRequest());

        Assert.True(Guid.TryParse((string?)first.Json["clientToken"], out _), first.Body);
        Assert.NotEqual((string?)first.Json["clientToken"], (string?)second.Json["clientToken"]);
    }

    private static async Task<Received> SubmitAsync(InvokeDataAutomationAsyncRequest job)
    {
        await using var server = await RecordingServer.StartAsync(new Answer(200, """{"invocationArn":"arn:job"}"""));
        using var client = BedrockClients.For(server);
        var response = await client.InvokeDataAutomationAsyncAsync(job, TestContext.Current.CancellationToken);
        Assert.Equal("arn:job", response.InvocationArn);
        return Assert.Single(server.Requests);
    }
}
