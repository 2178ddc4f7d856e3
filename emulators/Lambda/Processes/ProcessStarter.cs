using System.ComponentModel;
using System.Globalization;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>Starts the processes of one function, and decides what follows a failed start. Its pool holds the
/// lock.</summary>
/// <param name="runtimeApi">An instance's id -> what its AWS_LAMBDA_RUNTIME_API is.</param>
/// <param name="retry">What to do when it may start one again.</param>
internal sealed class ProcessStarter(
    FunctionDefinition definition,
    FunctionHostOptions options,
    Func<string, string> runtimeApi,
    ProcessSet processes,
    InvocationQueue waiting,
    TimeProvider time,
    Action retry) : IDisposable
{
    private const int MaxKilledStarts = 3;

    private readonly StartBackoff backoff = new(time, retry);
    private int started;

    public bool MayStart()
    {
        var starting = processes.StartingCount;
        return starting + processes.ReturningCount < waiting.Count
            && starting < (backoff.Failing ? 1 : options.MaxStarting)
            && processes.Count < definition.MaximumConcurrency
            && !backoff.Waiting;
    }

    public void Start(FunctionPool pool)
    {
        var instance = new FunctionInstance((++started).ToString(CultureInfo.InvariantCulture), pool, time);
        processes.Add(instance);
        var environment = FunctionEnvironment.Create(
            definition, runtimeApi(instance.Id), instance.Id, options.Executable, time.GetUtcNow());
        try
        {
            instance.Start(options, environment);
        }
        catch (Win32Exception exception)
        {
            processes.Remove(instance);
            Failed(requestId => FunctionErrors.NotStarted(requestId, exception.Message));
        }
    }

    /// <summary>A process is ready: starts work.</summary>
    public void Succeeded() => backoff.Reset();

    /// <summary>A process ended before it was ready.</summary>
    public void Ended(FunctionInstance instance, int exitCode)
    {
        // A kill from outside before it began is no fault of the invocation that waits for a process, as long as it
        // ends.
        if (instance.InitError is null && FunctionErrors.IsSignal(exitCode) && backoff.Failures < MaxKilledStarts)
        {
            backoff.Failed();
        }
        else
        {
            Failed(instance.InitError ?? (requestId => FunctionErrors.Exited(requestId, exitCode)));
        }
    }

    public void Dispose() => backoff.Dispose();

    private void Failed(Func<string, byte[]> error)
    {
        backoff.Failed();
        // As long as another process can serve them, a failed start is no invocation's error.
        if (!processes.CanServe)
        {
            waiting.Clear(invocation => invocation.Fail(error(invocation.RequestId)));
        }
    }
}
