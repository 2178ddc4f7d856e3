namespace CallRecording.Tasks.Settlement;

/// <summary>The outcome of settling one call.</summary>
internal enum SettlementOutcome
{
    /// <summary>Its item is FAILED now, and says why.</summary>
    Settled,

    /// <summary>It was received, and its execution never started: it is started now.</summary>
    Started,

    /// <summary>Its execution runs, for the first time or redriven; nothing was written.</summary>
    Running,

    /// <summary>Its item has its end, or another owner; nothing was written.</summary>
    Unchanged,

    /// <summary>The execution's input is no call, so that there is no item to write.</summary>
    NotACall,
}
