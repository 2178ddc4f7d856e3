using System.Globalization;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>A redrive: on from the last state that has no exit event, with the same input.</summary>
internal static class Redriving
{
    /// <summary>AWS's redrivable period, from the end of the execution.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <returns>Why it cannot be redriven, in AWS's words; null when it can.</returns>
    public static string? Obstacle(Execution execution, DateTimeOffset now) => execution switch
    {
        { Status: ExecutionStatus.Running or ExecutionStatus.Succeeded } => string.Create(
            CultureInfo.InvariantCulture,
            $"Execution is {execution.Status.Word()} and cannot be redriven"),
        // Room for ExecutionRedriven and one more.
        { EventCount: >= Step.MaxEvents - 1 } => "Execution history event limit exceeded",
        _ when now - execution.StartTime > Step.MaxExecutionTime => "Execution has exceeded the max execution time",
        { StopTime: { } stopped } when now - stopped > Period => "Execution redrivable period exceeded",
        _ => null,
    };

    public static void Redrive(Step step)
    {
        var (execution, position) = (step.Execution, step.Position);
        execution.RedriveCount++;
        execution.RedriveTime = step.Now;
        execution.Status = ExecutionStatus.Running;
        (execution.StopTime, execution.Error, execution.Cause) = (null, null, null);
        step.AppendBeside("ExecutionRedriven", Details.ExecutionRedriven(execution.RedriveCount), execution.EventCount);
        position.Forget();
        if (position.Phase is not Phase.Entering)
        {
            // A new attempt hangs on the original entry, not on ExecutionRedriven; only a Fail is entered again.
            position.PreviousEventId = position.EnteredEventId;
            position.Phase = step.State is FailState ? Phase.Entering : Phase.Entered;
        }

        step.Tell(ExecutionEventKind.Redriven);
    }
}
