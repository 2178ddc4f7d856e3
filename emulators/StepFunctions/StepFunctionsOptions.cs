namespace CallRecording.Emulators.StepFunctions;

/// <summary>What the engine runs, and where it keeps it.</summary>
internal sealed record StepFunctionsOptions
{
    /// <summary>The text of the definition, its <c>${Name}</c> still in it.</summary>
    public required string Definition { get; init; }

    public IReadOnlyDictionary<string, string> Substitutions { get; init; } = new Dictionary<string, string>();

    public required string StateMachineArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>A file; it is made when it is missing.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Waits and retry delays are divided by it; at least 1. Timeouts are not.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Chance for retry delays, 0 to 1.</summary>
    public required Func<double> Jitter { get; init; }

    /// <summary>Told every change of every execution, from any thread.</summary>
    public Action<ExecutionEvent> OnEvent { get; init; } = _ => { };

    /// <summary>How long a stop waits for the functions that are running.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);
}
