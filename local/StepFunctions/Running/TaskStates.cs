using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Local.StepFunctions.Definition;
using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Running;

/// <summary>A task's way: scheduled, started, finished. Each is on disk before the next begins.</summary>
internal static class TaskStates
{
    private const string Integration = "lambda";

    /// <summary>
    /// For a task that was started when the engine died: whether its function ran to its end, nobody knows.
    /// </summary>
    public static TaskOutcome UnknownOutcome { get; } = new TaskOutcome.Failed(new StateFault(
        "Lambda.ServiceException",
        "The outcome of this invocation is unknown: the local Step Functions engine was stopped while it ran."));

    public static void Schedule(Step step, TaskState state)
    {
        var parameters = Fill(step, state);
        if (parameters["FunctionName"]?.GetValueKind() is not JsonValueKind.String)
            throw step.Runtime("The field 'FunctionName' is not a string.");

        var text = StateData.Limit(StateJson.Write(parameters), state.Name);
        step.Append("TaskScheduled", Details.TaskScheduled(state, step.Identity.Region, text));
        step.Position.Phase = Phase.Scheduled;
    }

    /// <summary>What the scheduled task invokes; the timeout counts from now.</summary>
    public static Invocation Start(Step step, TaskState state)
    {
        // Filled a second time rather than stored: input and context are the same, also after a restart.
        var parameters = Fill(step, state);
        step.Append("TaskStarted", Details.TaskStarted());
        step.Position.Phase = Phase.Started;
        var seconds = state.TimeoutSeconds is { } limit ? TimeSpan.FromSeconds(limit) : Step.LongestExecution;
        var payload = parameters.TryGetPropertyValue("Payload", out var given) ? given : new JsonObject();
        return new Invocation(
            // Scheduled only when it is a string.
            parameters["FunctionName"]!.GetValue<string>(),
            Encoding.UTF8.GetBytes(StateJson.Write(payload)),
            step.Now + seconds < step.Deadline ? step.Now + seconds : step.Deadline);
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
