using CallRecording.Workflow;

namespace CallRecording.Operations.Targets;

/// <summary>What the parts of a stack are called; the queues have the same names everywhere.</summary>
/// <param name="Recordings">The bucket of recordings.</param>
/// <param name="RecordingsPrefix">The part of it that belongs to the stack; empty for all of it.</param>
/// <param name="Results">The bucket of results, or what its name begins with: see
/// <paramref name="IsResultsWhole"/>.</param>
/// <param name="IsResultsWhole">False where Pulumi added letters to the name of that bucket.</param>
/// <param name="KeepsVersions">Whether the buckets keep versions of objects, which are to be erased, too.</param>
/// <param name="StateMachineArn">Whose executions its calls have.</param>
internal sealed record StackNames(
    string Table,
    string Words,
    string Recordings,
    string RecordingsPrefix,
    string Results,
    bool IsResultsWhole,
    bool KeepsVersions,
    string StateMachineArn)
{
    /// <summary>The bucket of uploads where the stack has one of its own.</summary>
    public string? Uploads { get; init; }

    /// <summary>Whether the results of jobs are replayed from objects beside a recording.</summary>
    public bool ReplaysResults { get; init; }

    public const string Queue = $"{Project}-transcript-sqs-queue";
    public const string DeadLetterQueue = $"{Project}-transcript-sqs-dlq";
    public const string StateMachine = $"{Project}-workflow";
    public const string StarterFunction = $"{Project}-starter";

    /// <summary>What names begin with where a stack's settings say nothing else.</summary>
    public const string Project = "dmg-inbound-callrecording";

    public static readonly StackNames Local = new(
        $"{Project}-local-call-recordings",
        $"{Project}-local-call-words",
        $"{Project}-local-recordings",
        string.Empty,
        $"{Project}-local-output",
        IsResultsWhole: true,
        KeepsVersions: false,
        $"arn:aws:states:{LocalAddresses.Region}:000000000000:stateMachine:{StateMachine}")
    {
        ReplaysResults = true,
    };

    /// <summary>Whether that is a place for this stack's recordings: elsewhere nothing is this stack's to
    /// erase.</summary>
    public bool Hold(S3Uri recording) =>
        recording.Bucket == Uploads
        || (recording.Bucket == Recordings && recording.Key.StartsWith(RecordingsPrefix, StringComparison.Ordinal));
}
