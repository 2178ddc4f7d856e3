using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Running.Tasks;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>
/// Carries one execution from pause to pause: compute a step, store it, tell it, then sleep or invoke.
/// </summary>
internal sealed class ExecutionLoop(
    StepFactory steps,
    ExecutionStore store,
    FunctionCaller functions,
    Sleeper sleeper,
    Action<ExecutionEvent> onEvent) : IDisposable
{
    /// <summary>
    /// Lambda's default concurrency of an account. More tasks than that stay scheduled until one ends.
    /// </summary>
    private const int MaxInvocations = 1_000;

    private readonly SemaphoreSlim slots = new(MaxInvocations);

    /// <param name="stopping">Ends it at the next pause; functions that run are awaited.</param>
    /// <param name="abandoning">Ends it now.</param>
    public async Task RunAsync(RunningExecution running, CancellationToken stopping, CancellationToken abandoning)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Ended);
        var pause = await StepAsync(running, Interpreter.Continue);
        while (pause is not Pause.Ended && !stopping.IsCancellationRequested)
        {
            pause = pause switch
            {
                Pause.Sleep sleep => await SleepAsync(running, sleep, wake.Token),
                Pause.Invoke => await InvokeAsync(running, stopping, abandoning),
                _ => await StepAsync(running, Interpreter.Continue),
            };
        }
    }

    /// <summary>A step that another caller takes on a running execution.</summary>
    /// <returns>False when it has ended meanwhile.</returns>
    public async Task<bool> InterruptAsync(RunningExecution running, Action<Step> change) =>
        await StepAsync(running, step =>
        {
            change(step);
            return new Pause.Yield();
        }) is not Pause.Ended;

    public void Tell(Step step)
    {
        foreach (var item in step.News)
        {
            onEvent(item);
        }
    }

    public void Dispose() => slots.Dispose();

    private async Task<Pause> SleepAsync(RunningExecution running, Pause.Sleep sleep, CancellationToken wake)
    {
        await sleeper.SleepAsync(sleep.Until, wake);
        return wake.IsCancellationRequested && !running.Ended.IsCancellationRequested
            ? sleep
            : await StepAsync(running, Interpreter.Continue);
    }

    private async Task<Pause> InvokeAsync(
        RunningExecution running,
        CancellationToken stopping,
        CancellationToken abandoning)
    {
        await slots.WaitAsync(stopping);
        try
        {
            TaskInvocation? invocation = null;
            var pause = await StepAsync(running, step => Interpreter.Start(step, out invocation));
            if (invocation is null)
            {
                return pause;
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, running.Ended);
            var outcome = await functions.CallAsync(invocation, ended.Token, abandoning);
            // At shutdown the functions may stop before this loop: open tasks are invoked again after the next start.
            if (outcome is TaskOutcome.Failed { IsOfTheHost: true })
            {
                stopping.ThrowIfCancellationRequested();
            }

            return await StepAsync(running, step => Interpreter.Finish(step, outcome));
        }
        catch (OperationCanceledException) when (running.Ended.IsCancellationRequested)
        {
            return new Pause.Ended();
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<Pause> StepAsync(RunningExecution running, Func<Step, Pause> advance)
    {
        await running.Gate.WaitAsync(CancellationToken.None);
        try
        {
            if (running.Execution.Status is not ExecutionStatus.Running)
            {
                return new Pause.Ended();
            }

            var step = steps.Create(running.Execution, running.Machine);
            var pause = advance(step);
            await store.SaveAsync(step);
            Tell(step);
            return pause;
        }
        finally
        {
            running.Gate.Release();
        }
    }
}
