using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Workflow.Messages;

public sealed class MessageTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:execution:calls:call-1-0123456789abcdef";

    /// <summary>An execution's data after a failure, as the definition's states leave it.</summary>
    private const string CallJson =
        """
        {
          "callId": "call-1", "audioS3Uri": "s3://bucket/a.wav", "timestamp": "2024-01-01T00:00:00Z",
            "metadata": {"a": 1.50},
          "job": {"invocationArn": "arn", "outcome": "Failed", "status": "ClientError", "waitSeconds": 0,
            "waitedSeconds": 111,
            "submissions": 1, "submittedAt": "2024-01-01T00:00:00Z", "manifestS3Uri": null, "jobDurationInSeconds": 9,
            "error": "JobClientError", "cause": "refused"},
          "failed": {"JobFailed": {"Error": "JobClientError", "Cause": "refused"}}
        }
        """;

    private const string ExecutionJson = $$"""{"arn": "{{Arn}}", "startTime": "2024-01-01T00:00:01.234Z"}""";

    [Fact]
    public void An_execution_s_input_is_a_call()
    {
        var notification = CallNotification.Read(
            """{"callId": "c", "audioS3Uri": "s3://bucket/a.wav", "timestamp": "2024-01-01T00:00:00Z"}""");

        var call = JsonSerializer.Deserialize<Call>(notification.CanonicalJson());

        Assert.Equal(
            new Call { CallId = "c", AudioS3Uri = "s3://bucket/a.wav", Timestamp = "2024-01-01T00:00:00Z" }, call);
    }

    [Theory]
    [InlineData(typeof(CallReceived), "")]
    [InlineData(typeof(JobSubmitted), "")]
    [InlineData(typeof(JobSucceeded), "")]
    [InlineData(typeof(FailureCaptured), """, "failureId": "2024-01-01T00:00:03.000Z" """)]
    public void What_the_definition_sends_is_read_whole(Type message, string more)
    {
        var sent = $$"""{"call": {{CallJson}}, "execution": {{ExecutionJson}}{{more}}}""";

        var read = JsonSerializer.Deserialize(sent, message);

        var again = JsonSerializer.SerializeToNode(read, message);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), again), again?.ToJsonString());
    }

    [Fact]
    public void An_execution_s_name_is_the_end_of_its_arn()
    {
        var execution = new ExecutionReference(Arn, "2024-01-01T00:00:01.234Z");

        Assert.Equal("call-1-0123456789abcdef", execution.Name);
    }

    [Fact]
    public void The_output_names_the_item_by_its_keys() =>
        Assert.Equal(
            """{"callId":"c","hash":"h","epchdatetimestamp":1,"resultsS3Uri":"s3://bucket/c","superseded":false}""",
            JsonSerializer.Serialize(new ResultsPersisted("c", "h", 1, "s3://bucket/c", false)));
}
