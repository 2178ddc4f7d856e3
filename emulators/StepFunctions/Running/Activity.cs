namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>
/// Counts the executions that are doing something, so that a stop, or a test that skips time, knows when all rest.
/// </summary>
internal sealed class Activity
{
    private readonly Lock guard = new();
    private TaskCompletionSource idle = Completed();
    private int count;

    public void Enter()
    {
        lock (guard)
        {
            if (count++ == 0)
            {
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void Leave()
    {
        lock (guard)
        {
            if (--count == 0)
            {
                idle.SetResult();
            }
        }
    }

    /// <summary>Completes when every execution sleeps or has ended.</summary>
    public Task WhenIdle()
    {
        lock (guard)
        {
            return idle.Task;
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
