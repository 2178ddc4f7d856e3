namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>How far an execution is in its current state. The names are on disk.</summary>
internal enum Phase
{
    /// <summary>The state has its input, and no Entered event yet.</summary>
    Entering,

    /// <summary>Entered; its work is to be done, for the first time, for a retry or for a redrive.</summary>
    Entered,

    /// <summary>The task's function is to be invoked.</summary>
    Scheduled,

    /// <summary>The task's function was invoked. Found so after a restart, it is invoked again.</summary>
    Started,

    /// <summary>A Wait, until Due.</summary>
    Waiting,

    /// <summary>Between two attempts, until Due.</summary>
    Retrying,
}
