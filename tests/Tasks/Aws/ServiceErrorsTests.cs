using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Tasks.Aws;

public sealed class ServiceErrorsTests
{
    [Theory]
    [InlineData("ThrottlingException", 400, typeof(ServiceThrottledException))]
    [InlineData("SlowDown", 503, typeof(ServiceThrottledException))]
    [InlineData("ProvisionedThroughputExceededException", 400, typeof(ServiceThrottledException))]
    [InlineData("Anything", 429, typeof(ServiceThrottledException))]
    [InlineData("ServiceQuotaExceededException", 400, typeof(JobQuotaExceededException))]
    [InlineData("AccessDeniedException", 400, typeof(ServiceAccessDeniedException))]
    [InlineData("Forbidden", 403, typeof(ServiceAccessDeniedException))]
    [InlineData("InternalServerException", 500, typeof(TransientServiceException))]
    [InlineData("Anything", 502, typeof(TransientServiceException))]
    [InlineData(null, 0, typeof(TransientServiceException))]
    public async Task A_services_error_becomes_the_failure_that_the_definition_names(string? code, int status, Type failure)
    {
        var error = new AmazonServiceException("said so", null, ErrorType.Unknown, code, "id", (HttpStatusCode)status);

        var thrown = await Assert.ThrowsAsync(failure, () => ThrowAsync(error));

        Assert.StartsWith("GetItem of call 1: ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("said so", thrown.Message, StringComparison.Ordinal);
        Assert.Same(error, thrown.InnerException);
    }

    [Fact]
    public async Task A_broken_connection_is_a_failure_for_the_moment()
    {
        await Assert.ThrowsAsync<TransientServiceException>(() => ThrowAsync(new HttpRequestException("refused")));
        await Assert.ThrowsAsync<TransientServiceException>(() => ThrowAsync(new IOException("reset")));
        await Assert.ThrowsAsync<TransientServiceException>(() => ThrowAsync(new AmazonClientException("no answer")));
    }

    [Fact]
    public async Task What_somebody_handles_by_its_own_class_is_left_alone()
    {
        var refusal = new ConditionalCheckFailedException("no", null, ErrorType.Sender, "ConditionalCheckFailedException", "id", HttpStatusCode.BadRequest);

        Assert.Same(refusal, await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => ThrowAsync(refusal)));
    }

    private static Task<int> ThrowAsync(Exception error) =>
        ServiceErrors.TranslateAsync<int>("GetItem of call 1", () => throw error);
}
