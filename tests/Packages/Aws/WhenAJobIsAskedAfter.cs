using Amazon.BedrockDataAutomationRuntime;
using Amazon.BedrockDataAutomationRuntime.Model;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

public sealed class WhenAJobIsAskedAfter
{
    [Fact]
    public async Task A_finished_one_tells_where_its_results_are()
    {
        var response = await AskAsync(new Answer(
            200,
            """
            {"status":"Success","outputConfiguration":{"s3Uri":"s3://out/job/0/job_metadata.json"},
             "jobSubmissionTime":"2026-10-20T12:00:00.250Z","jobCompletionTime":1792497660.5,"jobDurationInSeconds":60}
            """));

        Assert.Same(AutomationJobStatus.Success, response.Status);
        Assert.Equal("s3://out/job/0/job_metadata.json", response.OutputConfiguration.S3Uri);
        Assert.Equal(new DateTime(2026, 10, 20, 12, 0, 0, 250, DateTimeKind.Utc), response.JobSubmissionTime);
        Assert.Equal(TimeSpan.FromSeconds(60.25), response.JobCompletionTime - response.JobSubmissionTime);
        Assert.Equal(60, response.JobDurationInSeconds);
        Assert.Null(response.ErrorType);
    }

    [Fact]
    public async Task A_failed_one_tells_why()
    {
        var response = await AskAsync(new Answer(
            200, """{"status":"ClientError","errorType":"InvalidAudio","errorMessage":"No speech."}"""));

        Assert.Equal(AutomationJobStatus.ClientError, response.Status);
        Assert.Equal("InvalidAudio", response.ErrorType);
        Assert.Equal("No speech.", response.ErrorMessage);
    }

    [Fact]
    public async Task An_unknown_one_is_an_exception_of_its_own()
    {
        var thrown = await Assert.ThrowsAsync<ResourceNotFoundException>(() => AskAsync(
            new Answer(400, """{"message":"No job."}""", ("x-amzn-ErrorType", "ResourceNotFoundException"))));

        Assert.Equal("ResourceNotFoundException", thrown.ErrorCode);
    }

    private static async Task<GetDataAutomationStatusResponse> AskAsync(Answer answer)
    {
        await using var server = await RecordingServer.StartAsync(answer);
        using var client = BedrockClients.For(server);
        var response = await client.GetDataAutomationStatusAsync(
            new GetDataAutomationStatusRequest { InvocationArn = "arn:job" }, TestContext.Current.CancellationToken);
        var request = Assert.Single(server.Requests);
        Assert.Equal("AmazonBedrockKeystoneRuntimeService.GetDataAutomationStatus", request.Headers["X-Amz-Target"]);
        Assert.Equal("""{"invocationArn":"arn:job"}""", request.Body);
        return response;
    }
}
