using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>The four ways an execution ends. Its position stays, for a redrive.</summary>
internal static class Ending
{
    private const string SucceededType = "ExecutionSucceeded";
    private const string FailedType = "ExecutionFailed";
    private const string TimedOutType = "ExecutionTimedOut";
    private const string AbortedType = "ExecutionAborted";

    public static bool IsLast(string eventType) =>
        eventType is SucceededType or FailedType or TimedOutType or AbortedType;

    public static void Succeed(Step step, string output)
    {
        step.Append(SucceededType, Details.ExecutionSucceeded(output));
        step.Execution.Output = output;
        Close(step, ExecutionStatus.Succeeded, ExecutionEventKind.Succeeded, null, null);
    }

    /// <param name="error">Null where a Fail state names none.</param>
    public static void Fail(Step step, string? error, string? cause)
    {
        step.Append(FailedType, Details.Ended("executionFailedEventDetails", error, cause));
        Close(step, ExecutionStatus.Failed, ExecutionEventKind.Failed, error, cause);
    }

    public static void TimeOut(Step step)
    {
        step.Append(TimedOutType, Details.Ended("executionTimedOutEventDetails", StateErrors.Timeout, null));
        Close(step, ExecutionStatus.TimedOut, ExecutionEventKind.TimedOut, StateErrors.Timeout, null);
    }

    public static void Abort(Step step, string? error, string? cause)
    {
        if (step.State is TaskState or WaitState && step.Position.Phase is not Phase.Entering && HasRoom(step))
        {
            step.Append($"{step.State.Type}StateAborted", Details.None);
        }

        step.Append(AbortedType, Details.Ended("executionAbortedEventDetails", error, cause));
        Close(step, ExecutionStatus.Aborted, ExecutionEventKind.Aborted, error, cause);
    }

    private static bool HasRoom(Step step) => step.Execution.EventCount < Step.MaxEvents - 1;

    private static void Close(Step step, ExecutionStatus status, ExecutionEventKind kind, string? error, string? cause)
    {
        step.Execution.Status = status;
        step.Execution.StopTime = step.Now;
        step.Execution.Error = error;
        step.Execution.Cause = cause;
        step.Tell(kind, error);
    }
}
