using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>Runs the loops of executions, and stops them all.</summary>
internal sealed class Launcher(
    ExecutionLoop loop,
    Activity activity,
    StepFactory steps,
    TimeProvider time,
    Action<ExecutionEvent> onEvent) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoning = new();

    /// <param name="whenDone">Called when the loop ends, whatever ended it.</param>
    public void Launch(RunningExecution running, Action whenDone)
    {
        activity.Enter();
        _ = Task.Run(() => RunAsync(running, whenDone));
    }

    /// <summary>
    /// Nothing new begins; functions that run may end within the grace. What is open continues after a restart.
    /// </summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await stopping.CancelAsync();
        if (grace > TimeSpan.Zero)
        {
            await Task.WhenAny(activity.WhenIdle(), Task.Delay(grace, time));
        }

        await abandoning.CancelAsync();
        await activity.WhenIdle();
    }

    public void Dispose()
    {
        stopping.Dispose();
        abandoning.Dispose();
    }

    private async Task RunAsync(RunningExecution running, Action whenDone)
    {
        try
        {
            await loop.RunAsync(running, stopping.Token, abandoning.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It is on disk as far as it came.
        }
#pragma warning disable CA1031 // One execution's trouble, a full disk say, is told and must not end the others.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            onEvent(new ExecutionEvent(
                steps.Now(),
                running.Execution.Name,
                ExecutionEventKind.Stalled,
                running.Execution.Position.State,
                $"{problem.GetType().Name}: {problem.Message}"));
        }
        finally
        {
            whenDone();
            activity.Leave();
        }
    }
}
