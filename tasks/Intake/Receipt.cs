namespace CallRecording.Tasks.Intake;

/// <summary>What a message is to the calls that are on record.</summary>
internal enum Receipt
{
    /// <summary>A call that was not on record, or only its failure: now it is, and its execution is to be
    /// started.</summary>
    New,

    /// <summary>The call that the item is made of: its execution is there, or is to be started.</summary>
    Known,

    /// <summary>The recording that the item is made of, with other metadata, which it has now: no execution.</summary>
    MetadataUpdated,

    /// <summary>A call that was erased, and stays it: no execution.</summary>
    Erased,

    /// <summary>Older than what the item is made of, or nothing new: no execution.</summary>
    Outdated,
}
