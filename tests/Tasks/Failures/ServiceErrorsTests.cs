using System.Net;
using Amazon.BedrockDataAutomationRuntime.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Tasks.Failures;

public sealed class ServiceErrorsTests
{
    [Theory]
    [InlineData("Throttling", HttpStatusCode.BadRequest, typeof(ServiceThrottledException))]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest, typeof(ServiceThrottledException))]
    [InlineData("ProvisionedThroughputExceededException", HttpStatusCode.BadRequest, typeof(ServiceThrottledException))]
    [InlineData("SlowDown", HttpStatusCode.ServiceUnavailable, typeof(ServiceThrottledException))]
    [InlineData("KMSThrottling", HttpStatusCode.BadRequest, typeof(ServiceThrottledException))]
    [InlineData("KMSAccessDenied", HttpStatusCode.BadRequest, typeof(ServiceAccessDeniedException))]
    [InlineData("Unheard", HttpStatusCode.TooManyRequests, typeof(ServiceThrottledException))]
    [InlineData("ServiceQuotaExceededException", HttpStatusCode.BadRequest, typeof(JobQuotaExceededException))]
    [InlineData("AccessDeniedException", HttpStatusCode.BadRequest, typeof(ServiceAccessDeniedException))]
    [InlineData("ExpiredToken", HttpStatusCode.BadRequest, typeof(ServiceAccessDeniedException))]
    [InlineData("Unheard", HttpStatusCode.Forbidden, typeof(ServiceAccessDeniedException))]
    [InlineData(null, HttpStatusCode.Forbidden, typeof(ServiceAccessDeniedException))]
    [InlineData("InternalServerException", HttpStatusCode.BadRequest, typeof(TransientServiceException))]
    [InlineData("RequestTimeout", HttpStatusCode.BadRequest, typeof(TransientServiceException))]
    [InlineData("Unheard", HttpStatusCode.InternalServerError, typeof(TransientServiceException))]
    [InlineData("Unheard", HttpStatusCode.GatewayTimeout, typeof(TransientServiceException))]
    [InlineData(null, default(HttpStatusCode), typeof(TransientServiceException))]
    public async Task A_services_error_becomes_the_failure_that_the_definition_names(
        string? code, HttpStatusCode status, Type expected)
    {
        var error = new AmazonServiceException("No.", ErrorType.Unknown, code, "request", status);

        var failure = await FailureOfAsync(error);

        Assert.IsType(expected, failure);
        Assert.Equal($"HeadObject s3://a/b: {code}: No.", failure.Message);
        Assert.Same(error, failure.InnerException);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(AmazonClientException))]
    public async Task A_connection_that_breaks_is_transient(Type type)
    {
        var error = (Exception)Activator.CreateInstance(type, "It broke.")!; // Exceptions are no nullable structs.

        var failure = await FailureOfAsync(error);

        Assert.IsType<TransientServiceException>(failure);
        Assert.Equal("HeadObject s3://a/b: It broke.", failure.Message);
        Assert.Same(error, failure.InnerException);
    }

    public static TheoryData<Exception> Answers() =>
    [
        With(new ConditionalCheckFailedException("No."), "ConditionalCheckFailedException", HttpStatusCode.BadRequest),
        With(new ValidationException("No."), "ValidationException", HttpStatusCode.BadRequest),
        new AmazonServiceException("No.", ErrorType.Sender, "NotFound", "request", HttpStatusCode.NotFound),
        new AmazonServiceException("No.", ErrorType.Sender, "NoSuchKey", "request", (HttpStatusCode)499),
        new InvalidDataException("A bug."),
        new OperationCanceledException(),
    ];

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task What_is_an_answer_or_a_bug_passes_as_it_is(Exception error) =>
        Assert.Same(error, await FailureOfAsync(error));

    [Fact]
    public async Task A_success_is_passed_on() =>
        Assert.Equal(7, await ServiceErrors.TranslateAsync("GetItem", () => Task.FromResult(7)));

    private static AmazonServiceException With(AmazonServiceException error, string code, HttpStatusCode status)
    {
        (error.ErrorCode, error.StatusCode) = (code, status);
        return error;
    }

    private static async Task<Exception> FailureOfAsync(Exception error) => await Assert.ThrowsAnyAsync<Exception>(
        () => ServiceErrors.TranslateAsync("HeadObject s3://a/b", () => Task.FromException<int>(error)));
}
