using CallRecording.Emulators.StepFunctions.Definition;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>An execution in memory. Whoever changes it holds its gate.</summary>
internal sealed class RunningExecution(Execution execution, StateMachine machine) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    public Execution Execution { get; } = execution;

    public StateMachine Machine { get; } = machine;

    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>Cancelled when somebody else ended it, so that its loop wakes up.</summary>
    public CancellationToken Ended => ended.Token;

    public void End() => ended.Cancel();

    public void Dispose()
    {
        ended.Dispose();
        Gate.Dispose();
    }
}
