using Amazon.BedrockDataAutomationRuntime.Model;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Internal;

/// <summary>The modelled errors by their wire names, which are not always the exceptions' names.</summary>
internal static class BedrockDataAutomationRuntimeErrors
{
    public static readonly ModelledError AccessDeniedException = new(
        "AccessDeniedException",
        (error, _) => new AccessDeniedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError InternalServerException = new(
        "InternalServerException",
        (error, _) => new InternalServerException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ResourceNotFoundException = new(
        "ResourceNotFoundException",
        (error, _) => new ResourceNotFoundException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ServiceQuotaExceededException = new(
        "ServiceQuotaExceededException",
        (error, _) => new ServiceQuotaExceededException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ThrottlingException = new(
        "ThrottlingException",
        (error, _) => new ThrottlingException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ValidationException = new(
        "ValidationException",
        (error, _) => new ValidationException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));
}
