namespace CallRecording.Tests.Local.Soak.Auditing;

/// <summary>How far a soak is when its auditor comes.</summary>
internal enum AuditStage
{
    /// <summary>Everything has ended; kills may have failed what has no fault of its own.</summary>
    Ended,

    /// <summary>Faults were mended, and everything that failed was redriven once: what had no lasting fault is
    /// done.</summary>
    RedrivenOnce,

    /// <summary>What had a lasting fault was redriven as often as it took.</summary>
    Final,
}
