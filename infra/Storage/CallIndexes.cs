namespace CallRecording.Infra.Storage;

/// <summary>The table's indexes, by the names that <c>tasks</c> asks for.</summary>
internal static class CallIndexes
{
    /// <summary>Every call, newest first.</summary>
    public const string ByTime = "calls-by-time";

    /// <summary>Calls that are being worked on, the one longest without a write first.</summary>
    public const string InProgress = "calls-in-progress";

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small.</summary>
    public static readonly string[] ListedAttributes =
    [
        "call_id", "s3_input_uri", "s3_output_uri", "bedrock_status", "call_summary", "call_categories", "topics", "audio_summary",
        "created_at", "updated_at", "language", "duration_seconds", "execution_arn", "error", "cause", "failed_state",
        "results_s3_uri", "results_version_id", "only_in_results",
    ];
}
