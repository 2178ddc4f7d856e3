namespace CallRecording.Emulators.Bda.Faults;

/// <summary>What goes wrong with the jobs of one audio. The first three wear off after a number of strikes.</summary>
internal enum FaultKind
{
    /// <summary>Submissions get ThrottlingException.</summary>
    Throttle,

    /// <summary>Submissions get ServiceQuotaExceededException.</summary>
    Quota,

    /// <summary>Jobs end in ServiceError.</summary>
    ServiceError,

    /// <summary>Jobs end in ClientError, until mended.</summary>
    ClientError,

    /// <summary>Jobs stay in progress, until mended.</summary>
    Hang,

    /// <summary>Jobs succeed and their manifest names results that are not there, until mended.</summary>
    NoResults,

    /// <summary>Jobs succeed and their standard result breaks off in the middle, until mended.</summary>
    CorruptResult,

    /// <summary>Submissions get AccessDeniedException, until mended.</summary>
    AccessDenied,
}
