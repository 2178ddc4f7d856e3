using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Running.Tasks;

namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>A task's way: scheduled, started, finished. Each is on disk before the next begins.</summary>
internal static class TaskStates
{
    private const string Integration = "lambda";

    public static void Schedule(Step step, TaskState state)
    {
        var parameters = Fill(step, state);
        if (parameters["FunctionName"]?.GetValueKind() is not JsonValueKind.String)
        {
            throw step.Runtime("The field 'FunctionName' is not a string.");
        }

        var text = StateData.Limit(StateJson.Write(parameters), state.Name);
        step.Append("TaskScheduled", Details.TaskScheduled(state, step.Identity.Region, text));
        step.Position.Phase = Phase.Scheduled;
    }

    /// <summary>What the task invokes, for the first time or again after a restart: that it was not answered is the
    /// engine's fault, so it has no event of its own, and uses up no retry.</summary>
    public static TaskInvocation Start(Step step, TaskState state)
    {
        // Filled a second time rather than stored: input and context are the same, also after a restart.
        var parameters = Fill(step, state);
        var payload = parameters.TryGetPropertyValue("Payload", out var given) ? given : new JsonObject();
        return new TaskInvocation(
            // Scheduled only when it is a string.
            parameters["FunctionName"]!.GetValue<string>(),
            Encoding.UTF8.GetBytes(StateJson.Write(payload)),
            RequestIds.Of(step.Identity.ExecutionArn(step.Execution.Name), StartedEventId(step)),
            state.TimeoutSeconds is { } limit ? TimeSpan.FromSeconds(limit) : Step.MaxExecutionTime,
            step.Deadline);
    }

    public static void Finish(Step step, TaskState state, TaskOutcome outcome)
    {
        switch (outcome)
        {
            case TaskOutcome.Succeeded success:
                Succeed(step, state, success);
                break;
            case TaskOutcome.Failed failure:
                step.Append("TaskFailed", Details.TaskFailed(failure.Fault));
                throw new StateFaultException(failure.Fault);
            default:
                var timeout = new StateFault(StateErrors.Timeout, null);
                step.Append("TaskTimedOut", Details.TaskTimedOut(timeout));
                throw new StateFaultException(timeout);
        }
    }

    private static long StartedEventId(Step step)
    {
        if (step.Position.Phase is Phase.Scheduled)
        {
            step.Append("TaskStarted", Details.TaskStarted());
        }

        step.Position.Phase = Phase.Started;
        return step.Position.PreviousEventId;
    }

    private static void Succeed(Step step, TaskState state, TaskOutcome.Succeeded success)
    {
        var result = LambdaResult.Of(success);
        var text = StateJson.Write(result);
        if (StateJson.IsTooLarge(text))
        {
            var fault = StateData.TooLarge(Integration);
            step.Append("TaskFailed", Details.TaskFailed(fault));
            throw new StateFaultException(fault);
        }

        step.Append("TaskSucceeded", Details.TaskSucceeded(text));
        var raw = step.Scope();
        var selected = state.ResultSelector is { } selector ? StateData.Fill(step, selector, raw.With(result)) : result;
        var combined = StateData.Combine(step, raw, state.ResultPath, selected);
        Transitions.ExitTo(step, state.Next, StateData.Output(step, raw, combined));
    }

    private static JsonObject Fill(Step step, TaskState state) =>
        // The reader takes nothing but an object for a task's Parameters.
        StateData.Fill(step, state.Parameters, StateData.Effective(step, step.Scope()))!.AsObject();
}
