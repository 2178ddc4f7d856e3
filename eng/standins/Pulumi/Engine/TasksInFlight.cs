using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>Counts the tasks a program started, and tells when none is left or one has failed.</summary>
internal sealed class TasksInFlight
{
    private readonly Lock gate = new();
    // One failure reaches every output and resource that needed what failed.
    private readonly HashSet<Exception> failures = [];
    private TaskCompletionSource<ImmutableArray<Exception>>? waiting;
    private int running;

    public void Add(Task task)
    {
        lock (gate)
        {
            running++;
        }
        // In the thread that ended it, so that a cause is known before what comes of it.
        task.ContinueWith(
            Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Empty when all is done, else what failed so far, and what came of it so far.</summary>
    public Task<ImmutableArray<Exception>> IdleOrFailureAsync()
    {
        lock (gate)
        {
            waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            SettleIfDue();
            return waiting.Task;
        }
    }

    private void Ended(Task task)
    {
        lock (gate)
        {
            running--;
            failures.UnionWith(task.Exception?.InnerExceptions ?? []);
            SettleIfDue();
        }
    }

    private void SettleIfDue()
    {
        if (running == 0 || failures.Count > 0)
        {
            waiting?.TrySetResult([.. failures]);
        }
    }
}
