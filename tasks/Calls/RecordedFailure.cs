namespace CallRecording.Tasks.Calls;

/// <summary>What recording a failure found.</summary>
internal enum RecordedFailure
{
    /// <summary>It is on record now.</summary>
    New,

    /// <summary>It was on record already: this run is a redrive, and the item is IN_PROGRESS again.</summary>
    Redriven,

    /// <summary>A later execution owns the item, or the call was erased; nothing was written.</summary>
    Superseded,
}
