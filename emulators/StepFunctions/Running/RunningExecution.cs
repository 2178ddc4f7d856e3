using CallRecording.Emulators.StepFunctions.Definition;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>An execution in memory. A caller must hold its gate to change it.</summary>
internal sealed class RunningExecution(Execution execution, StateMachine machine) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    public Execution Execution { get; } = execution;

    public StateMachine Machine { get; } = machine;

    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>Cancelled when another caller ended it, so that its loop wakes up.</summary>
    public CancellationToken Ended => ended.Token;

    public void End() => ended.Cancel();

    public void Dispose()
    {
        ended.Dispose();
        Gate.Dispose();
    }
}
