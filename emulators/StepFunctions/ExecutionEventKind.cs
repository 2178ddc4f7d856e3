namespace CallRecording.Emulators.StepFunctions;

/// <summary>What happened to an execution.</summary>
internal enum ExecutionEventKind
{
    Started,
    Resumed,
    Entered,
    Retried,
    Caught,
    Redriven,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,

    /// <summary>The engine itself failed; the execution stays RUNNING on disk and continues after a restart.</summary>
    Stalled,
}
