using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>Handles a state's error: Retry first, then Catch, then the execution fails.</summary>
internal static class Faults
{
    public static void Handle(Step step, StateFault fault)
    {
        if (step.State is TaskState task && (TryRetry(step, task, fault) || TryCatch(step, task, ref fault)))
        {
            return;
        }

        Ending.Fail(step, fault.Error, fault.Cause);
    }

    private static bool TryRetry(Step step, TaskState task, StateFault fault)
    {
        // The first that names the error decides, used up or not.
        var index = task.Retry.TakeWhile(entry => !entry.Errors.Match(fault.Error)).Count();
        if (index == task.Retry.Count)
        {
            return false;
        }

        var retrier = task.Retry[index];
        var attempt = step.Position.Attempts.GetValueOrDefault(index) + 1;
        if (attempt > retrier.MaxAttempts)
        {
            return false;
        }

        var delay = step.Pace.Of(retrier.Delay(attempt, step.Pace.Chance));
        step.Position.Attempts[index] = attempt;
        step.Position.RetryCount++;
        step.Position.Due = step.Now + delay;
        step.Position.Phase = Phase.Retrying;
        step.Tell(ExecutionEventKind.Retried, fault.Error, delay);
        return true;
    }

    /// <param name="fault">Another one where the error itself cannot be written into the state's data.</param>
    private static bool TryCatch(Step step, TaskState task, ref StateFault fault)
    {
        var error = fault.Error;
        if (task.Catch.FirstOrDefault(entry => entry.Errors.Match(error)) is not { } catcher)
        {
            return false;
        }

        try
        {
            var caught = new JsonObject { ["Error"] = fault.Error, ["Cause"] = fault.Cause ?? string.Empty };
            var combined = StateData.Combine(step, step.Scope(), catcher.ResultPath, caught);
            var output = StateData.Limit(StateJson.Write(combined), task.Name);
            step.Tell(ExecutionEventKind.Caught, fault.Error);
            Transitions.ExitTo(step, catcher.Next, output);
            return true;
        }
        catch (StateFaultException problem)
        {
            fault = problem.Fault;
            return false;
        }
    }
}
