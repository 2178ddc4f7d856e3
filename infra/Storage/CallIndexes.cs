namespace CallRecording.Infra.Storage;

/// <summary>The table's indexes, by the names that <c>tasks</c> asks for.</summary>
internal static class CallIndexes
{
    /// <summary>Every call, newest first.</summary>
    public const string ByTime = "calls-by-time";

    /// <summary>Calls of one status, newest first.</summary>
    public const string ByStatus = "calls-by-status";

    /// <summary>Every call, newest first, with little more than what is counted.</summary>
    public const string ForCounting = "calls-for-counting";

    /// <summary>Calls that are being worked on, the one longest without a write first.</summary>
    public const string InProgress = "calls-in-progress";

    public static readonly string[] All = [ByTime, ByStatus, ForCounting, InProgress];

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small. DynamoDB takes at most
    /// 20 names for one index (API reference, "Projection").</summary>
    public static readonly string[] ListedAttributes =
    [
        "call_id", "s3_input_uri", "bedrock_status", "call_summary", "call_categories", "topics", "audio_summary",
        "created_at", "updated_at", "language", "duration_seconds", "execution_arn", "error", "cause", "failed_state",
        "step", "execution_started_at", "submitted_at", "processing_seconds", "cost_dollars",
    ];

    /// <summary>What an overview counts.</summary>
    public static readonly string[] CountedAttributes =
        ["bedrock_status", "call_categories", "duration_seconds", "processing_seconds", "cost_dollars"];
}
