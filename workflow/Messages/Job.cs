using System.Text.Json.Serialization;

namespace CallRecording.Workflow.Messages;

/// <summary>One Bedrock Data Automation job as the execution knows it.</summary>
public sealed record Job
{
    [JsonPropertyName("invocationArn")]
    public required string InvocationArn { get; init; }

    /// <summary>What the job's status means for the call: one of <see cref="JobOutcome"/>.</summary>
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    /// <summary>The service's own word: Created, InProgress, Success, ServiceError or ClientError.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>How long to wait before asking (again).</summary>
    [JsonPropertyName("waitSeconds")]
    public required int WaitSeconds { get; init; }

    /// <summary>How long this job has been waited for, all waits together.</summary>
    [JsonPropertyName("waitedSeconds")]
    public required int WaitedSeconds { get; init; }

    /// <summary>How much of it the job waited in the service's queue, behind those of other calls.</summary>
    [JsonPropertyName("queuedSeconds")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int QueuedSeconds { get; init; }

    /// <summary>How long the service has been at work on it, as far as was seen.</summary>
    [JsonIgnore]
    public int BegunSeconds => WaitedSeconds - QueuedSeconds;

    /// <summary>How many jobs were submitted in a row because the service failed, this one included.</summary>
    [JsonPropertyName("submissions")]
    public required int Submissions { get; init; }

    /// <summary>When it was submitted: ISO 8601, UTC.</summary>
    [JsonPropertyName("submittedAt")]
    public required string SubmittedAt { get; init; }

    /// <summary>Where BDA put job_metadata.json; null until the job succeeded.</summary>
    [JsonPropertyName("manifestS3Uri")]
    public string? ManifestS3Uri { get; init; }

    /// <summary>The service's measure of the whole job; null where it gives none.</summary>
    [JsonPropertyName("jobDurationInSeconds")]
    public int? JobDurationInSeconds { get; init; }

    /// <summary>Error name of a job that failed; JobFailed reads it.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>Why the job failed, in the service's words; JobFailed reads it.</summary>
    [JsonPropertyName("cause")]
    public string? Cause { get; init; }
}
