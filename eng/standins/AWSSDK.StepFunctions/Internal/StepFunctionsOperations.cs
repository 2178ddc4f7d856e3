using Amazon.StepFunctions.Model;
using AwsJson;

namespace Amazon.StepFunctions.Internal;

/// <summary>Each operation with the errors its model lists.</summary>
internal static class StepFunctionsOperations
{
    private static readonly AwsJsonProtocol Protocol = new(
        "Amazon.StepFunctions",
        "AWSStepFunctions",
        "1.0",
        "2016-11-23",
        error => new AmazonStepFunctionsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly AwsJsonOperation<DescribeExecutionRequest> DescribeExecution = new(
        Protocol,
        "DescribeExecution",
        (request, json) => request.Write(json),
        DescribeExecutionResponse.Read,
        StepFunctionsErrors.ExecutionDoesNotExist,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.KmsAccessDeniedException,
        StepFunctionsErrors.KmsInvalidStateException,
        StepFunctionsErrors.KmsThrottlingException);

    public static readonly AwsJsonOperation<GetExecutionHistoryRequest> GetExecutionHistory = new(
        Protocol,
        "GetExecutionHistory",
        (request, json) => request.Write(json),
        GetExecutionHistoryResponse.Read,
        StepFunctionsErrors.ExecutionDoesNotExist,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.InvalidToken,
        StepFunctionsErrors.KmsAccessDeniedException,
        StepFunctionsErrors.KmsInvalidStateException,
        StepFunctionsErrors.KmsThrottlingException);

    public static readonly AwsJsonOperation<ListExecutionsRequest> ListExecutions = new(
        Protocol,
        "ListExecutions",
        (request, json) => request.Write(json),
        ListExecutionsResponse.Read,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.InvalidToken,
        StepFunctionsErrors.StateMachineDoesNotExist,
        StepFunctionsErrors.StateMachineTypeNotSupported,
        StepFunctionsErrors.ValidationException,
        StepFunctionsErrors.ResourceNotFound);

    public static readonly AwsJsonOperation<RedriveExecutionRequest> RedriveExecution = new(
        Protocol,
        "RedriveExecution",
        (request, json) => request.Write(json),
        RedriveExecutionResponse.Read,
        StepFunctionsErrors.ExecutionDoesNotExist,
        StepFunctionsErrors.ExecutionNotRedrivable,
        StepFunctionsErrors.ExecutionLimitExceeded,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.ValidationException);

    public static readonly AwsJsonOperation<StartExecutionRequest> StartExecution = new(
        Protocol,
        "StartExecution",
        (request, json) => request.Write(json),
        StartExecutionResponse.Read,
        StepFunctionsErrors.ExecutionLimitExceeded,
        StepFunctionsErrors.ExecutionAlreadyExists,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.InvalidExecutionInput,
        StepFunctionsErrors.InvalidName,
        StepFunctionsErrors.StateMachineDoesNotExist,
        StepFunctionsErrors.StateMachineDeleting,
        StepFunctionsErrors.ValidationException,
        StepFunctionsErrors.KmsAccessDeniedException,
        StepFunctionsErrors.KmsInvalidStateException,
        StepFunctionsErrors.KmsThrottlingException);

    public static readonly AwsJsonOperation<StopExecutionRequest> StopExecution = new(
        Protocol,
        "StopExecution",
        (request, json) => request.Write(json),
        StopExecutionResponse.Read,
        StepFunctionsErrors.ExecutionDoesNotExist,
        StepFunctionsErrors.InvalidArn,
        StepFunctionsErrors.ValidationException,
        StepFunctionsErrors.KmsAccessDeniedException,
        StepFunctionsErrors.KmsInvalidStateException,
        StepFunctionsErrors.KmsThrottlingException);
}
