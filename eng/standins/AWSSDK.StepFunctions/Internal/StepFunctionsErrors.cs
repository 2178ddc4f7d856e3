using Amazon.StepFunctions.Model;
using AwsJson;

namespace Amazon.StepFunctions.Internal;

/// <summary>The modelled errors by their wire names, which are not always the exceptions' names.</summary>
internal static class StepFunctionsErrors
{
    public static readonly ModelledError ExecutionAlreadyExists = new(
        "ExecutionAlreadyExists",
        (error, _) => new ExecutionAlreadyExistsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ExecutionDoesNotExist = new(
        "ExecutionDoesNotExist",
        (error, _) => new ExecutionDoesNotExistException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ExecutionLimitExceeded = new(
        "ExecutionLimitExceeded",
        (error, _) => new ExecutionLimitExceededException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ExecutionNotRedrivable = new(
        "ExecutionNotRedrivable",
        (error, _) => new ExecutionNotRedrivableException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError InvalidArn = new(
        "InvalidArn",
        (error, _) => new InvalidArnException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError InvalidExecutionInput = new(
        "InvalidExecutionInput",
        (error, _) => new InvalidExecutionInputException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError InvalidName = new(
        "InvalidName",
        (error, _) => new InvalidNameException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError InvalidToken = new(
        "InvalidToken",
        (error, _) => new InvalidTokenException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError KmsAccessDeniedException = new(
        "KmsAccessDeniedException",
        (error, _) => new KmsAccessDeniedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError KmsInvalidStateException = new(
        "KmsInvalidStateException",
        (error, _) => new KmsInvalidStateException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError KmsThrottlingException = new(
        "KmsThrottlingException",
        (error, _) => new KmsThrottlingException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ResourceNotFound = new(
        "ResourceNotFound",
        (error, _) => new ResourceNotFoundException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError StateMachineDeleting = new(
        "StateMachineDeleting",
        (error, _) => new StateMachineDeletingException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError StateMachineDoesNotExist = new(
        "StateMachineDoesNotExist",
        (error, _) => new StateMachineDoesNotExistException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError StateMachineTypeNotSupported = new(
        "StateMachineTypeNotSupported",
        (error, _) => new StateMachineTypeNotSupportedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode));

    public static readonly ModelledError ValidationException = new(
        "ValidationException",
        (error, body) => new ValidationException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
        {
            Reason = ValidationExceptionReason.FindValue(body.Text("reason")),
        });
}
