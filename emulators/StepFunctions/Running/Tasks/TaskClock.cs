namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>When a task times out: with its execution, or its own time after a process got it. Waiting for a free
/// process is this machine's matter and costs none of the task's time.</summary>
internal sealed class TaskClock : IAsyncDisposable
{
    /// <summary>Timers cannot be set for a year, and no function runs for longer than Lambda's 15 minutes.</summary>
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(40);

    private readonly CancellationTokenSource timeout = new();
    private readonly TaskInvocation invocation;
    private readonly TimeProvider time;
    private readonly ITimer timer;

    public TaskClock(TaskInvocation invocation, TimeProvider time)
    {
        (this.invocation, this.time) = (invocation, time);
        Limit = invocation.Deadline;
        timer = time.CreateTimer(_ => timeout.Cancel(), null, Remaining(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => timeout.Token;

    /// <summary>The time that it waits for.</summary>
    public DateTimeOffset Limit { get; private set; }

    /// <summary>A process has the invocation.</summary>
    public bool IsStarted { get; private set; }

    public void Start()
    {
        IsStarted = true;
        var own = time.GetUtcNow() + invocation.Timeout;
        Limit = own < invocation.Deadline ? own : invocation.Deadline;
        timer.Change(Remaining(), Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        timeout.Dispose();
    }

    private TimeSpan Remaining() =>
        TimeSpan.FromTicks(Math.Clamp((Limit - time.GetUtcNow()).Ticks, 0, MaxTimer.Ticks));
}
