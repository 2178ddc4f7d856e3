namespace CallRecording.Tasks.Calls.Reading;

/// <summary>What lists show of a call: the attributes that the indexes hold. Transcripts stay out, so that a page is
/// small.</summary>
internal static class ListedAttributes
{
    public static readonly IReadOnlyList<string> All =
    [
        CallAttributes.Hash, CallAttributes.EpochSeconds, CallAttributes.CallId, CallAttributes.InputUri,
        CallAttributes.Status, CallAttributes.CallSummary, CallAttributes.CallCategories, CallAttributes.Topics,
        CallAttributes.AudioSummary, CallAttributes.CreatedAt, CallAttributes.UpdatedAt, CallAttributes.Language,
        CallAttributes.DurationSeconds, CallAttributes.ExecutionArn, CallAttributes.Error, CallAttributes.Cause,
        CallAttributes.FailedState, CallAttributes.Step, CallAttributes.ExecutionStartedAt, CallAttributes.SubmittedAt,
        CallAttributes.ProcessingSeconds, CallAttributes.CostDollars,
    ];

    /// <summary>What a count looks at.</summary>
    public static readonly IReadOnlyList<string> Counted =
    [
        CallAttributes.Hash, CallAttributes.EpochSeconds, CallAttributes.Status, CallAttributes.CallCategories,
    ];
}
