using System.Net;
using Amazon.Runtime;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Failures;

/// <summary>Turns a service's errors into the failures that the state machine names in its Retry blocks.</summary>
internal static class ServiceErrors
{
    private static readonly HashSet<string> Throttling = new(StringComparer.Ordinal)
    {
        "Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "RequestThrottled",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "SlowDown",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "TransactionInProgressException", "EC2ThrottledException",
        // Of a service that uses a key: SNS, Step Functions and S3 each spell it in their own way.
        "KMSThrottling", "KMSThrottlingException", "KmsThrottlingException", "KMS.ThrottlingException",
    };

    private static readonly HashSet<string> Transient = new(StringComparer.Ordinal)
    {
        "InternalServerException", "InternalServerError", "InternalFailure", "InternalError", "ServiceUnavailable",
        "ServiceUnavailableException", "RequestTimeout", "RequestTimeoutException",
    };

    private static readonly HashSet<string> Denied = new(StringComparer.Ordinal)
    {
        "AccessDenied", "AccessDeniedException", "AllAccessDisabled", "InvalidAccessKeyId", "SignatureDoesNotMatch",
        "UnrecognizedClientException", "ExpiredToken", "ExpiredTokenException",
        "KMSAccessDenied", "KMSAccessDeniedException", "KmsAccessDeniedException",
    };

    /// <param name="what">The call and the thing, for the error's message: "HeadObject s3://bucket/key".</param>
    public static async Task<T> TranslateAsync<T>(string what, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException error) when (Translated(what, error) is { } failure)
        {
            throw failure;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            throw new TransientServiceException($"{what}: {error.Message}", error);
        }
        catch (AmazonClientException error)
        {
            throw new TransientServiceException($"{what}: {error.Message}", error);
        }
    }

    private static Exception? Translated(string what, AmazonServiceException error)
    {
        var message = $"{what}: {error.ErrorCode}: {error.Message}";
        return error switch
        {
            { ErrorCode: { } code } when Throttling.Contains(code) => new ServiceThrottledException(message, error),
            { ErrorCode: "ServiceQuotaExceededException" } => new JobQuotaExceededException(message, error),
            { ErrorCode: { } code } when Denied.Contains(code) => new ServiceAccessDeniedException(message, error),
            { ErrorCode: { } code } when Transient.Contains(code) => new TransientServiceException(message, error),
            { StatusCode: HttpStatusCode.Forbidden } => new ServiceAccessDeniedException(message, error),
            { StatusCode: HttpStatusCode.TooManyRequests } => new ServiceThrottledException(message, error),
            { StatusCode: >= HttpStatusCode.InternalServerError } => new TransientServiceException(message, error),
            // Neither a code nor a status: the connection broke before the service answered.
            { StatusCode: 0 } => new TransientServiceException(message, error),
            _ => null,
        };
    }
}
