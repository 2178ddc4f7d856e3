namespace CallRecording.Operations.Reconciling;

/// <summary>What does not fit together, and what helps.</summary>
internal enum Difference
{
    /// <summary>In progress, and its execution has ended or is gone: settling writes FAILED with the reason. Or it
    /// never started: settling starts it.</summary>
    InProgressWithoutExecution,

    /// <summary>An execution that ended without success, and whose call has no item: settling makes one.</summary>
    FailedExecutionWithoutItem,

    /// <summary>In progress, its execution runs, and its item has not changed for a long time.</summary>
    Stuck,

    /// <summary>Failed, and its execution is gone: nothing is left to redrive.</summary>
    FailedWithoutExecution,

    /// <summary>There are results, and no item: it is made again from them.</summary>
    ResultsWithoutItem,

    /// <summary>There is a results.json that is none, and no item.</summary>
    UnreadableWithoutItem,

    /// <summary>A recording that no item names.</summary>
    RecordingWithoutItem,
}
