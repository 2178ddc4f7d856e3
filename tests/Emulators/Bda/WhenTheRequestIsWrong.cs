using System.Text.Json.Nodes;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class WhenTheRequestIsWrong(S3Endpoint endpoint)
{
    private const string Arn = "arn:aws:bedrock:us-east-1:000000000000:";

    [Theory]
    [InlineData("clientToken", "\"a\"", "at 'clientToken' failed to satisfy constraint: Member must satisfy regular")]
    [InlineData("clientToken", "\"a_b\"", "regular expression pattern")]
    [InlineData("clientToken", "\"ab-\"", "regular expression pattern")]
    [InlineData("clientToken", "\"\"", "length greater than or equal to 1")]
    [InlineData("inputConfiguration", "null", "Value null at 'inputConfiguration'")]
    [InlineData("inputConfiguration", "{}", "Value null at 'inputConfiguration.s3Uri'")]
    [InlineData("inputConfiguration", "{\"s3Uri\": \"https://bucket/key\"}", "at 'inputConfiguration.s3Uri'")]
    [InlineData("inputConfiguration", "{\"s3Uri\": \"s3://bucket/a#b\"}", "at 'inputConfiguration.s3Uri'")]
    [InlineData("inputConfiguration", "{\"s3Uri\": \"s3://bucket/a\\nb\"}", "at 'inputConfiguration.s3Uri'")]
    [InlineData("outputConfiguration", "null", "Value null at 'outputConfiguration'")]
    [InlineData("outputConfiguration", "{\"s3Uri\": \"s3://Bucket/x\"}", "at 'outputConfiguration.s3Uri'")]
    [InlineData("dataAutomationProfileArn", "null", "Value null at 'dataAutomationProfileArn'")]
    [InlineData("dataAutomationProfileArn", "\"us.data-automation-v1\"", "at 'dataAutomationProfileArn'")]
    [InlineData(
        "dataAutomationProfileArn",
        "\"" + Arn + "data-automation-profile/eu.data-automation-v1\"",
        "The provided DataAutomationProfile ARN is invalid.")]
    [InlineData("dataAutomationConfiguration", "{}", "'dataAutomationConfiguration.dataAutomationProjectArn'")]
    [InlineData(
        "dataAutomationConfiguration",
        "{\"dataAutomationProjectArn\": \"" + Arn + "data-automation-project/other\"}",
        "The provided DataAutomationProject ARN is invalid")]
    [InlineData(
        "dataAutomationConfiguration",
        "{\"dataAutomationProjectArn\": \"" + Arn + "data-automation-project/call-recording\", \"stage\": \"PROD\"}",
        "Member must satisfy enum value set: [LIVE, DEVELOPMENT]")]
    [InlineData("encryptionConfiguration", "{}", "Value null at 'encryptionConfiguration.kmsKeyId'")]
    [InlineData(
        "encryptionConfiguration", "{\"kmsKeyId\": \"ab\", \"kmsEncryptionContext\": {}}", "length from 1 to 10")]
    [InlineData("notificationConfiguration", "{}", "'notificationConfiguration.eventBridgeConfiguration'")]
    [InlineData("blueprints", "[]", "Value 'of 0' at 'blueprints'")]
    [InlineData("blueprints", "[{}]", "Value null at 'blueprints.1.member.blueprintArn'")]
    [InlineData("tags", "[{\"key\": \"aws:a\", \"value\": \"b\"}]", "at 'tags.1.member.key'")]
    public async Task The_member_is_named(string member, string value, string message)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var request = world.Request();
        request[member] = JsonNode.Parse(value);

        var error = await world.CallAsync("InvokeDataAutomationAsync", request);

        Assert.Equal(400, (int?)error["httpStatus"]);
        Assert.Equal("ValidationException", (string?)error["__type"]);
        Assert.Contains(message, (string?)error["message"], StringComparison.Ordinal);
        Assert.Empty(await world.KeysAsync());
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        var error = await world.CallAsync("InvokeDataAutomationAsync", []);

        Assert.StartsWith("3 validation errors detected: ", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clientToken", "7")]
    [InlineData("inputConfiguration", "[]")]
    [InlineData("notificationConfiguration", "{\"eventBridgeConfiguration\": {\"eventBridgeEnabled\": \"yes\"}}")]
    public async Task A_wrong_type_is_not_read(string member, string value)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var request = world.Request();
        request[member] = JsonNode.Parse(value);

        var error = await world.CallAsync("InvokeDataAutomationAsync", request);

        Assert.Equal("SerializationException", (string?)error["__type"]);
    }

    [Fact]
    public async Task Every_member_may_be_there()
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);
        var request = world.Request(token: "a--1");
        request["encryptionConfiguration"] =
            JsonNode.Parse("""{"kmsKeyId": "k1", "kmsEncryptionContext": {"a": "b"}}""");
        request["notificationConfiguration"] =
            JsonNode.Parse("""{"eventBridgeConfiguration": {"eventBridgeEnabled": true}}""");
        request["blueprints"] = JsonNode.Parse(
            $$"""[{"blueprintArn": "{{Arn}}blueprint/call-recording", "version": "1", "stage": "LIVE"}]""");
        request["tags"] = JsonNode.Parse("""[{"key": "team", "value": ""}]""");

        var arn = await world.SubmitAsync(request);

        Assert.StartsWith(Arn + "data-automation-invocation/", arn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0f3b6a52-5a0e-4c0e-9a57-2f1d3c9be001", "ValidationException")]
    [InlineData(Arn + "data-automation-invocation/0f3b6a52-5a0e-4c0e-9a57-2f1d3c9be001", "ResourceNotFoundException")]
    [InlineData("arn:aws:bedrock:eu-west-1:000000000000:data-automation-invocation/x", "ResourceNotFoundException")]
    public async Task A_status_is_only_told_by_the_arn_of_a_job(string arn, string error)
    {
        await using var world = await BdaWorld.OpenAsync(endpoint);

        Assert.Equal(error, (string?)(await world.StatusAsync(arn))["__type"]);
    }
}
