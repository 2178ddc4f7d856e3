namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>One process of a function, as its Runtime API sees it: it starts, asks, works, and asks again.</summary>
internal sealed class FunctionInstance(string id, FunctionPool pool, TimeProvider time)
{
    // A runtime asks again right after it answered; one that does not is no longer counted on.
    private static readonly TimeSpan ReturnLimit = TimeSpan.FromSeconds(1);

    // Who kills a whole system kills its processes in any order: this host shall be dead, too, before it calls that
    // the function's own failure.
    private static readonly TimeSpan KillLimit = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private FunctionProcess? process;
    private long? answeredAt;
    private TaskCompletionSource<Invocation>? poll;
    private Invocation? current;
    private bool delivered;
    private ITimer? deadline;

    public string Id { get; } = id;

    /// <summary>It has asked for work at least once.</summary>
    public bool Initialised { get; private set; }

    /// <summary>Why it never asked for work, if it or the clock said so: a request's id -> error JSON.</summary>
    public Func<string, byte[]>? InitError { get; private set; }

    /// <summary>When it last began to wait, as the TimeProvider counts.</summary>
    public long IdleSince { get; private set; }

    /// <summary>It has just answered, and is about to ask for more.</summary>
    public bool Returning => answeredAt is { } answered && time.GetElapsedTime(answered) < ReturnLimit;

    /// <exception cref="System.ComponentModel.Win32Exception">The executable cannot be started.</exception>
    public void Start(FunctionHostOptions options, Dictionary<string, string> environment)
    {
        var limit = options.InitTimeout;
        process = FunctionProcess.Start([options.Executable, .. options.Arguments], environment, Log, time);
        deadline = time.CreateTimer(_ => InitTimeOut(limit), null, limit, Timeout.InfiniteTimeSpan);
        Ended = WatchAsync(process);
    }

    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Kill() => process?.Kill();

    /// <summary>The process asks for its next invocation, and waits for it.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<Invocation>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (current is not null)
            {
                return delivered
                    ? throw new RuntimeFault(403, "InvalidStateTransition", $"{current.RequestId} is not answered yet.")
                    : current;
            }

            if (!Initialised)
            {
                deadline?.Dispose();
            }

            poll = mine;
            answeredAt = null;
            IdleSince = time.GetTimestamp();
            Initialised = true;
        }

        pool.Ready(this);
        try
        {
            return await mine.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            pool.NotReady(this);
            throw;
        }
    }

    /// <summary>Gives it work; only while it waits for some.</summary>
    public void Assign(Invocation invocation, TimeSpan timeout)
    {
        lock (gate)
        {
            invocation.Assigned();
            current = invocation;
            delivered = false;
            deadline = time.CreateTimer(_ => TimeOut(invocation, timeout), null, timeout, Timeout.InfiniteTimeSpan);
            poll?.TrySetResult(invocation);
        }
    }

    /// <summary>From here on the function may have acted on it, so no other process may get it.</summary>
    public void Delivered()
    {
        lock (gate)
        {
            delivered = true;
        }
    }

    /// <summary>Ends the current invocation for the first of these: the function's answer, its timeout, its
    /// exit.</summary>
    /// <exception cref="RuntimeFault">It is not, or no longer, working on that invocation.</exception>
    public Invocation Settle(string requestId) =>
        Take(requestId) ?? throw new RuntimeFault(400, "InvalidRequestID", $"{requestId} is not being worked on.");

    public void ReportInitError(byte[] error) => InitError = _ => error;

    private Invocation? Take(string? requestId)
    {
        lock (gate)
        {
            if (current is null || (requestId is not null && current.RequestId != requestId))
            {
                return null;
            }

            var taken = current;
            current = null;
            answeredAt = time.GetTimestamp();
            deadline?.Dispose();
            return taken;
        }
    }

    private void InitTimeOut(TimeSpan limit)
    {
        lock (gate)
        {
            if (Initialised)
            {
                return;
            }

            InitError ??= requestId => FunctionErrors.TimedOut(requestId, limit);
        }

        Kill();
    }

    private void TimeOut(Invocation invocation, TimeSpan timeout)
    {
        if (Take(invocation.RequestId) is null)
        {
            return;
        }

        Kill();
        invocation.Fail(FunctionErrors.TimedOut(invocation.RequestId, timeout));
    }

    private async Task WatchAsync(FunctionProcess started)
    {
        var exitCode = await started.Exited;
        if (!Initialised && deadline is not null)
        {
            await deadline.DisposeAsync();
        }
        // Out of the pool first: what is taken from this one must not come back to it.
        pool.Exited(this, exitCode);
        if (Take(null) is not { } orphan)
        {
            return;
        }

        if (!delivered)
        {
            pool.Return(orphan, exitCode);
            return;
        }

        if (FunctionErrors.IsSignal(exitCode))
        {
            await Task.Delay(KillLimit, time);
        }

        pool.Lost(orphan, exitCode);
    }

    private void Log(string line)
    {
        current?.Log.Append(line);
        pool.Log(line);
    }
}
