namespace CallRecording.Emulators.StepFunctions;

/// <summary>One change of an execution, for display. It is on disk before it is raised.</summary>
/// <param name="State">The state it happened in; null before the first.</param>
/// <param name="Error">The error's name, for Retried, Caught, Failed and Aborted; the engine's own trouble for
/// Stalled.</param>
/// <param name="Delay">How long a retry waits.</param>
internal sealed record ExecutionEvent(
    DateTimeOffset At,
    string Execution,
    ExecutionEventKind Kind,
    string? State = null,
    string? Error = null,
    TimeSpan? Delay = null);
