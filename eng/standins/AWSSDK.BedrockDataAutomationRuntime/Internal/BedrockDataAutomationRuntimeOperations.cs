using Amazon.BedrockDataAutomationRuntime.Model;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Internal;

/// <summary>Each operation with the errors its model lists.</summary>
internal static class BedrockDataAutomationRuntimeOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        "Amazon.BedrockDataAutomationRuntime",
        "AmazonBedrockKeystoneRuntimeService",
        "1.1",
        "2024-06-13",
        error => new AmazonBedrockDataAutomationRuntimeException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly AwsJsonOperation<GetDataAutomationStatusRequest> GetDataAutomationStatus = new(
        Protocol,
        "GetDataAutomationStatus",
        (request, json) => request.Write(json),
        GetDataAutomationStatusResponse.Read,
        BedrockDataAutomationRuntimeErrors.ValidationException,
        BedrockDataAutomationRuntimeErrors.AccessDeniedException,
        BedrockDataAutomationRuntimeErrors.InternalServerException,
        BedrockDataAutomationRuntimeErrors.ThrottlingException,
        BedrockDataAutomationRuntimeErrors.ResourceNotFoundException);

    public static readonly AwsJsonOperation<InvokeDataAutomationAsyncRequest> InvokeDataAutomationAsync = new(
        Protocol,
        "InvokeDataAutomationAsync",
        (request, json) => request.Write(json),
        InvokeDataAutomationAsyncResponse.Read,
        BedrockDataAutomationRuntimeErrors.ServiceQuotaExceededException,
        BedrockDataAutomationRuntimeErrors.ValidationException,
        BedrockDataAutomationRuntimeErrors.AccessDeniedException,
        BedrockDataAutomationRuntimeErrors.InternalServerException,
        BedrockDataAutomationRuntimeErrors.ThrottlingException);
}
