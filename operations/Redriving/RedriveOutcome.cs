namespace CallRecording.Operations.Redriving;

/// <summary>What became of asking for one redrive.</summary>
internal enum RedriveOutcome
{
    Redriven,

    /// <summary>It was redriven already, or it has succeeded since.</summary>
    NotNeeded,

    /// <summary>Step Functions refuses for good.</summary>
    Refused,
}
