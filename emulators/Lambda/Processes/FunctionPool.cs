namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The processes of one function, and the invocations that wait for one of them.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    private const int MaxAssignments = 3;

    private readonly Lock gate = new();
    private readonly FunctionHostOptions options;
    private readonly TimeProvider time;
    private readonly InvocationQueue waiting;
    private readonly ProcessSet processes = new();
    private readonly ProcessStarter starter;
    private readonly ITimer trim;
    private bool stopping;

    /// <param name="runtimeApi">An instance's id -> what its AWS_LAMBDA_RUNTIME_API is.</param>
    public FunctionPool(
        FunctionDefinition definition, FunctionHostOptions options, Func<string, string> runtimeApi, TimeProvider time)
    {
        Definition = definition;
        this.options = options;
        this.time = time;
        waiting = new(definition, options.MaxWaiting);
        starter = new(definition, options, runtimeApi, processes, waiting, time, Pump);
        trim = time.CreateTimer(_ => Trim(), null, options.IdleTimeout, options.IdleTimeout);
    }

    public FunctionDefinition Definition { get; }

    /// <summary>Processes that run, busy or not.</summary>
    public int ProcessCount => Locked(() => processes.Count);

    /// <summary>Processes that wait for work.</summary>
    public int IdleCount => Locked(() => processes.IdleCount);

    public FunctionInstance? Find(string instance) => Locked(() => processes.Find(instance));

    /// <exception cref="FunctionInvocationException">Throttled, or the host stops.</exception>
    public async Task<FunctionResponse> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (stopping)
            {
                throw FunctionRefusals.Stopping(Definition);
            }

            waiting.Add(invocation);
            Pump();
        }

        var waitLimit = invocation.Queues ? Timeout.InfiniteTimeSpan : options.MaxWait;
        await using var timer = time.CreateTimer(_ => GiveUp(invocation), null, waitLimit, Timeout.InfiniteTimeSpan);
        try
        {
            return await invocation.Completion.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            GiveUp(invocation);
            throw;
        }
    }

    public void Ready(FunctionInstance instance)
    {
        lock (gate)
        {
            starter.Succeeded();
            processes.AddIdle(instance);
            Pump();
        }
    }

    public void NotReady(FunctionInstance instance)
    {
        lock (gate)
        {
            processes.RemoveIdle(instance);
        }
    }

    public void Exited(FunctionInstance instance, int exitCode)
    {
        lock (gate)
        {
            processes.Remove(instance);
            if (!instance.Initialised)
            {
                starter.Ended(instance, exitCode);
            }

            Pump();
        }
    }

    /// <summary>Its process ended while it worked on this.</summary>
    public void Lost(Invocation invocation, int exitCode)
    {
        if (stopping)
        {
            invocation.Refuse(FunctionRefusals.Stopping(Definition));
        }
        else
        {
            invocation.Fail(FunctionErrors.Exited(invocation.RequestId, exitCode));
        }
    }

    /// <summary>Its process ended before it saw this: another one may have it.</summary>
    public void Return(Invocation invocation, int exitCode)
    {
        lock (gate)
        {
            if (!stopping && invocation.Assignments < MaxAssignments)
            {
                waiting.Return(invocation);
                Pump();
                return;
            }
        }

        Lost(invocation, exitCode);
    }

    public void Log(string line) => options.Log(Definition.Name, line);

    public async ValueTask DisposeAsync()
    {
        FunctionInstance[] left;
        lock (gate)
        {
            stopping = true;
            left = processes.All;
            waiting.Clear(invocation => invocation.Refuse(FunctionRefusals.Stopping(Definition)));
        }

        starter.Dispose();
        await trim.DisposeAsync();
        foreach (var instance in left)
        {
            instance.Kill();
        }

        await Task.WhenAll(left.Select(instance => instance.Ended));
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    private void Pump()
    {
        lock (gate)
        {
            while (processes.IdleCount > 0 && waiting.Take() is { } first)
            {
                processes.TakeIdle().Assign(first, Definition.Timeout);
            }

            while (!stopping && starter.MayStart())
            {
                starter.Start(this);
            }
        }
    }

    private void GiveUp(Invocation invocation)
    {
        lock (gate)
        {
            if (!waiting.Remove(invocation))
            {
                return;
            }
        }

        invocation.Refuse(FunctionRefusals.Throttled(Definition));
    }

    private void Trim()
    {
        FunctionInstance[] old;
        lock (gate)
        {
            old = processes.TakeIdle(instance => time.GetElapsedTime(instance.IdleSince) >= options.IdleTimeout);
        }

        foreach (var instance in old)
        {
            instance.Kill();
        }
    }
}
