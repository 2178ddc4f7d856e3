using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Running.States;
using CallRecording.Emulators.StepFunctions.Running.Tasks;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>
/// Moves an execution from pause to pause. It only computes: who calls it stores the step, sleeps and invokes.
/// </summary>
internal static class Interpreter
{
    /// <summary>
    /// State changes in one transaction: a loop of Pass states must neither starve others nor pile up in memory.
    /// </summary>
    private const int MaxMoves = 200;

    public static Pause Continue(Step step) => Guarded(step, () => Moves(step));

    /// <summary>Starts the scheduled task, or again the one that was started before a restart.</summary>
    /// <param name="invocation">Null when it could not be started; the pause says how it goes on.</param>
    public static Pause Start(Step step, out TaskInvocation? invocation)
    {
        TaskInvocation? started = null;
        var pause = Guarded(step, () =>
        {
            if (step.Now < step.Deadline)
            {
                started = TaskStates.Start(step, (TaskState)step.State);
            }

            return started is null ? Moves(step) : new Pause.Yield();
        });
        invocation = started;
        return pause;
    }

    /// <summary>The outcome of the task that was started, and on to the next pause.</summary>
    public static Pause Finish(Step step, TaskOutcome outcome) => Guarded(step, () =>
    {
        if (step.Now >= step.Deadline || outcome is TaskOutcome.TimedOut timeout && timeout.Limit >= step.Deadline)
        {
            Ending.TimeOut(step);
        }
        else
        {
            Attempt(step, () => TaskStates.Finish(step, (TaskState)step.State, outcome));
        }

        return Moves(step);
    });

    private static Pause Moves(Step step)
    {
        for (var move = 0; move < MaxMoves; move++)
        {
            if (Move(step) is { } pause)
            {
                return pause;
            }
        }

        return new Pause.Yield();
    }

    /// <returns>Null to go on at once.</returns>
    private static Pause? Move(Step step)
    {
        if (step.Execution.Status is not ExecutionStatus.Running)
        {
            return new Pause.Ended();
        }

        if (step.Now >= step.Deadline)
        {
            Ending.TimeOut(step);
            return new Pause.Ended();
        }

        switch (step.Position.Phase)
        {
            case Phase.Entering:
                Transitions.Enter(step);
                return null;
            case Phase.Scheduled or Phase.Started:
                return new Pause.Invoke();
            case Phase.Waiting or Phase.Retrying when step.Position.Due is { } due && step.Now < due:
                return new Pause.Sleep(due < step.Deadline ? due : step.Deadline);
            case Phase.Waiting:
                Attempt(step, () => WaitStates.Exit(step));
                return null;
            default:
                Attempt(step, () => Work(step));
                return null;
        }
    }

    private static void Work(Step step)
    {
        switch (step.State)
        {
            case PassState state:
                PassStates.Work(step, state);
                break;
            case TaskState state:
                TaskStates.Schedule(step, state);
                break;
            case WaitState state:
                WaitStates.Work(step, state);
                break;
            case ChoiceState state:
                ChoiceStates.Work(step, state);
                break;
            case SucceedState:
                var raw = step.Scope();
                var effective = StateData.Effective(step, raw);
                Transitions.ExitTo(step, null, StateData.Output(step, raw, effective.Data));
                break;
            case FailState state:
                Ending.Fail(step, state.Error, state.Cause);
                break;
            default:
                throw new InvalidOperationException($"State '{step.State.Name}' is a {step.State.Type}.");
        }
    }

    private static void Attempt(Step step, Action work)
    {
        try
        {
            work();
        }
        catch (StateFaultException problem)
        {
            Faults.Handle(step, problem.Fault);
        }
    }

    private static Pause Guarded(Step step, Func<Pause> moves)
    {
        try
        {
            return moves();
        }
        catch (HistoryFullException full)
        {
            Ending.Fail(step, StateErrors.Runtime, full.Message);
            return new Pause.Ended();
        }
    }
}
