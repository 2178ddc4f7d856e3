namespace CallRecording.Tasks.Calls;

/// <summary>Attribute names of a call's item: the user's, then ours.</summary>
internal static class CallAttributes
{
    public const string Hash = "hash";
    public const string EpochSeconds = "epchdatetimestamp";
    public const string CallId = "call_id";
    public const string InputUri = "s3_input_uri";
    public const string OutputUri = "s3_output_uri";
    public const string Status = "bedrock_status";
    public const string CallSummary = "call_summary";
    public const string CallCategories = "call_categories";
    public const string Topics = "topics";
    public const string Transcript = "transcript";
    public const string AudioSummary = "audio_summary";
    public const string TopicSummary = "topic_summary";
    public const string CreatedAt = "created_at";
    public const string UpdatedAt = "updated_at";

    public const string Moderation = "audio_content_moderation";
    public const string Metadata = "metadata";
    public const string Inference = "inference";
    public const string Language = "language";
    public const string DurationSeconds = "duration_seconds";
    public const string ExecutionArn = "execution_arn";
    public const string Error = "error";
    public const string Cause = "cause";
    public const string FailedState = "failed_state";
    public const string ResultsUri = "results_s3_uri";

    /// <summary>S3's version of results.json, where the bucket keeps versions: the next recording of the same call id
    /// writes to the same key.</summary>
    public const string ResultsVersion = "results_version_id";

    /// <summary>Names of the attributes too long for the item: results.json alone has them.</summary>
    public const string OnlyInResults = "only_in_results";

    public const string AudioSizeBytes = "audio_size_bytes";
    public const string AudioETag = "audio_etag";

    /// <summary>When the owning execution started; a later one takes the item over, an earlier one never
    /// does.</summary>
    public const string ExecutionStartedAt = "execution_started_at";

    /// <summary>When its execution ended without recording why, according to Step Functions. A failure that is older
    /// and not on record was due before that end, so that an execution that records it now was redriven.</summary>
    public const string ExecutionEndedAt = "execution_ended_at";

    /// <summary>What the execution is started with, while it has not begun: it can be started from here.</summary>
    public const string ExecutionInput = "execution_input";

    /// <summary>When the message came from which the item was made: ISO 8601, UTC.</summary>
    public const string ReceivedAt = "received_at";

    /// <summary>When that message was published: an older one is ignored.</summary>
    public const string PublishedAt = "published_at";

    /// <summary>Every recording that this item ever had, a string set.</summary>
    public const string InputUris = "s3_input_uris";

    /// <summary>The last failure on record, by which RecordFailure recognises that a redrive runs it again.</summary>
    public const string FailureId = "failure_id";

    /// <summary>The invocation that recorded it: a write that the SDK repeated is no redrive.</summary>
    public const string FailureRecordedBy = "failure_recorded_by";

    /// <summary>Partition key of the index by time.</summary>
    public const string Listing = "listing";

    public const string ListingOfCalls = "call";
    public const string IndexByTime = "calls-by-time";

    /// <summary>There only while the call is in progress, and so is the item in the index of those: partition key of an
    /// index that holds nothing else.</summary>
    public const string InProgress = "in_progress";

    public const string InProgressCalls = "call";

    /// <summary>Ordered by <see cref="UpdatedAt"/>: the item without a change for longest comes first.</summary>
    public const string IndexInProgress = "calls-in-progress";

    /// <summary>The state that a call in progress is in: InvokeDataAutomation, WaitForJob or PersistResults; gone once
    /// it ended.</summary>
    public const string Step = "step";

    /// <summary>When the newest job was submitted: ISO 8601, UTC.</summary>
    public const string SubmittedAt = "submitted_at";

    /// <summary>The service's own measure of the job; absent where it gives none.</summary>
    public const string JobSeconds = "job_seconds";

    /// <summary>When the results were stored: ISO 8601, UTC.</summary>
    public const string StoredAt = "stored_at";

    /// <summary>From the execution's start until the results were stored.</summary>
    public const string ProcessingSeconds = "processing_seconds";

    /// <summary>What processing cost, in US dollars, estimated from the audio's length.</summary>
    public const string CostDollars = "cost_dollars";

    /// <summary>How many of the call's words are not in the index of words, because it has too many; absent where all
    /// are.</summary>
    public const string WordsNotIndexed = "words_not_indexed";

    /// <summary>Calls of one status, newest first: partition key is the status.</summary>
    public const string IndexByStatus = "calls-by-status";

    /// <summary>All calls by time with little more than what is counted: a request reads thousands of them.</summary>
    public const string IndexOfCounts = "calls-for-counting";

    /// <summary>What answers leave out: bookkeeping between executions.</summary>
    public static readonly IReadOnlySet<string> Internal = new HashSet<string>(StringComparer.Ordinal)
    {
        FailureId, FailureRecordedBy, Listing, InProgress, ExecutionEndedAt, ExecutionInput, PublishedAt, InputUris,
    };
}
