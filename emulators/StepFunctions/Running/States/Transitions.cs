using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>In and out of states.</summary>
internal static class Transitions
{
    public static void Start(Step step)
    {
        var execution = step.Execution;
        // Beside the chain: on AWS, too, the first state's entry names no predecessor.
        step.AppendBeside("ExecutionStarted", Details.ExecutionStarted(execution.Input, step.Identity.RoleArn), 0);
        step.Tell(ExecutionEventKind.Started);
    }

    public static void Enter(Step step)
    {
        var position = step.Position;
        // A failure's id and a job's client token are made from it: two entries in one millisecond must differ.
        position.EnteredTime = step.Now > position.EnteredTime ? step.Now : position.EnteredTime.AddMilliseconds(1);
        position.EnteredEventId = step.Append(
            $"{step.State.Type}StateEntered",
            Details.StateEntered(position.State, position.Input));
        position.Phase = Phase.Entered;
        step.Tell(ExecutionEventKind.Entered);
    }

    public static void ExitTo(Step step, string? next, string output)
    {
        step.Append($"{step.State.Type}StateExited", Details.StateExited(step.Position.State, output));
        if (next is null)
        {
            Ending.Succeed(step, output);
        }
        else
        {
            step.Position.MoveTo(next, output);
        }
    }
}
