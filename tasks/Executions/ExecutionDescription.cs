using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Executions;

/// <summary>What Step Functions says of an execution now.</summary>
/// <param name="Status">In its own words.</param>
/// <param name="StoppedAt">When it ended; null while it runs.</param>
/// <param name="Obstacle">Why it cannot be redriven; null where it can.</param>
internal sealed record ExecutionDescription(
    ExecutionReference Execution,
    string Status,
    DateTimeOffset? StoppedAt,
    string? Input,
    string? Error,
    string? Cause,
    string? Obstacle)
{
    /// <summary>Any other status, PENDING_REDRIVE or a future one, leads to one of these.</summary>
    public bool HasEnded => Status is ExecutionEnding.Failed or ExecutionEnding.TimedOut or ExecutionEnding.Aborted
        or ExecutionEnding.Succeeded;

    public ExecutionEnding Ending => ExecutionEnding.Of(Status, Error, Cause, Obstacle);
}
