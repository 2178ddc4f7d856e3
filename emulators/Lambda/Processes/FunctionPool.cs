using System.ComponentModel;
using System.Globalization;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The processes of one function, and the invocations that wait for one of them.</summary>
internal sealed class FunctionPool : IAsyncDisposable
{
    private const int MaxAssignments = 3;

    private readonly Lock gate = new();
    private readonly FunctionHostOptions options;
    private readonly TimeProvider time;
    private readonly Func<string, string> runtimeApi;
    private readonly LinkedList<Invocation> waiting = new();
    private readonly ProcessSet processes = new();
    private readonly StartBackoff backoff;
    private readonly ITimer trim;
    private int started;
    private bool stopping;

    /// <param name="runtimeApi">An instance's id -> what its AWS_LAMBDA_RUNTIME_API is.</param>
    public FunctionPool(
        FunctionDefinition definition, FunctionHostOptions options, Func<string, string> runtimeApi, TimeProvider time)
    {
        Definition = definition;
        this.options = options;
        this.runtimeApi = runtimeApi;
        this.time = time;
        backoff = new(time, Pump);
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

            if (!invocation.Queues && waiting.Count >= options.MaxWaiting)
            {
                throw FunctionRefusals.Throttled(Definition);
            }

            waiting.AddLast(invocation);
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
            backoff.Reset();
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
                InitEnded(instance, exitCode);
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
                waiting.AddFirst(invocation);
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
            foreach (var invocation in waiting)
            {
                invocation.Refuse(FunctionRefusals.Stopping(Definition));
            }

            waiting.Clear();
        }

        backoff.Dispose();
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
            while (waiting.First is { } first && processes.IdleCount > 0)
            {
                waiting.RemoveFirst();
                processes.TakeIdle().Assign(first.Value, Definition.Timeout);
            }

            while (!stopping && MayStart())
            {
                Start();
            }
        }
    }

    private bool MayStart()
    {
        var starting = processes.StartingCount;
        return starting + processes.ReturningCount < waiting.Count
            && starting < (backoff.Failing ? 1 : options.MaxStarting)
            && processes.Count < Definition.MaximumConcurrency
            && !backoff.Waiting;
    }

    private void Start()
    {
        var instance = new FunctionInstance((++started).ToString(CultureInfo.InvariantCulture), this, time);
        processes.Add(instance);
        var environment = FunctionEnvironment.Create(
            Definition, runtimeApi(instance.Id), instance.Id, options.Executable, time.GetUtcNow());
        try
        {
            instance.Start(options, environment);
        }
        catch (Win32Exception exception)
        {
            processes.Remove(instance);
            InitFailed(requestId => FunctionErrors.NotStarted(requestId, exception.Message));
        }
    }

    private void InitEnded(FunctionInstance instance, int exitCode)
    {
        // Somebody killed it before it had begun: that is no fault of whoever waits for a process, as long as it ends.
        if (instance.InitError is null && FunctionErrors.IsSignal(exitCode) && backoff.Failures < MaxAssignments)
        {
            backoff.Failed();
        }
        else
        {
            InitFailed(instance.InitError ?? (requestId => FunctionErrors.Exited(requestId, exitCode)));
        }
    }

    private void InitFailed(Func<string, byte[]> error)
    {
        backoff.Failed();
        // As long as another process can serve them, a failed start is nobody's business.
        if (processes.CanServe)
        {
            return;
        }

        foreach (var invocation in waiting)
        {
            invocation.Fail(error(invocation.RequestId));
        }

        waiting.Clear();
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
