using System.Collections.Frozen;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Polling;

/// <summary>When to ask about a job, and what an answer means. The first wait is estimated from the audio, later ones
/// are a share of the time already waited: a call needs one or two polls, and waits little after its job.</summary>
public sealed record PollPolicy
{
    /// <summary>How long the service works on one second of audio: 141 s took about 90 s.</summary>
    public double SecondsPerAudioSecond { get; init; } = 0.64;

    /// <summary>What every job takes, however short its audio.</summary>
    public int OverheadSeconds { get; init; } = 20;

    public int MinFirstWaitSeconds { get; init; } = 20;

    public int MaxFirstWaitSeconds { get; init; } = 1800;

    /// <summary>A later wait, as a share of the time already waited.</summary>
    public double GrowthShare { get; init; } = 0.25;

    public int MinWaitSeconds { get; init; } = 10;

    public int MaxWaitSeconds { get; init; } = 300;

    /// <summary>A wait for a job that the service has not begun, as a share of the time already waited: however long
    /// its queue is, a call asks a few times only.</summary>
    public double QueuedGrowthShare { get; init; } = 0.5;

    /// <summary>How long a job is waited for once it began, and between two questions at most before.</summary>
    public int DeadlineSeconds { get; init; } = 21600;

    /// <summary>How many jobs in a row, as long as the service fails.</summary>
    public int MaxSubmissions { get; init; } = 3;

    /// <summary>How much of a file is one second of audio, by extension in lower case. A format not in it counts as the
    /// one with the most bytes: asked too early costs a poll, asked too late costs the caller time.</summary>
    public IReadOnlyDictionary<string, int> BytesPerSecond { get; init; } = TelephoneRates;

    // 8 kHz, 16 bit, two channels for wav, about half of it for flac; the usual bit rates of telephony for the others.
    private static FrozenDictionary<string, int> TelephoneRates { get; } = new Dictionary<string, int>
    {
        ["amr"] = 1600,
        ["flac"] = 17600,
        ["m4a"] = 8000,
        ["mp3"] = 8000,
        ["ogg"] = 4000,
        ["wav"] = 32000,
    }.ToFrozenDictionary();

    /// <returns>This policy.</returns>
    /// <exception cref="ArgumentException">Settings contradict each other; the message names them all.</exception>
    public PollPolicy Validate()
    {
        var problems = PollPolicyRules.Problems(this).ToList();
        return problems.Count == 0 ? this : throw new ArgumentException(string.Join(" ", problems));
    }

    /// <param name="extension">Of the audio file, as <see cref="Recordings.AudioFormat"/> gives it.</param>
    public int FirstWaitSeconds(long sizeBytes, string extension)
    {
        var bytesPerSecond = BytesPerSecond.TryGetValue(extension, out var rate) ? rate : BytesPerSecond.Values.Max();
        var estimate = OverheadSeconds + (sizeBytes / (double)bytesPerSecond * SecondsPerAudioSecond);
        var wait = Math.Clamp(Math.Ceiling(estimate), MinFirstWaitSeconds, MaxFirstWaitSeconds);
        return (int)Math.Min(wait, DeadlineSeconds);
    }

    /// <summary>Never past the deadline, and never nothing.</summary>
    public int NextWaitSeconds(int waitedSeconds)
    {
        var wait = Math.Clamp(Math.Ceiling(waitedSeconds * GrowthShare), MinWaitSeconds, MaxWaitSeconds);
        return (int)Math.Max(1, Math.Min(wait, DeadlineSeconds - (double)waitedSeconds));
    }

    /// <summary>Until a job begins: never less than before, and without an end, which the execution's own time
    /// is.</summary>
    public int NextQueuedWaitSeconds(int lastWaitSeconds, int waitedSeconds) => (int)Math.Min(
        DeadlineSeconds, Math.Max(Math.Max(1, lastWaitSeconds), Math.Ceiling(waitedSeconds * QueuedGrowthShare)));

    /// <param name="previous">The call's job before this one; null where this is its first.</param>
    public Job Submitted(
        string invocationArn, DateTimeOffset submittedAt, long sizeBytes, string extension, Job? previous) => new()
        {
            InvocationArn = invocationArn,
            Outcome = JobOutcome.Running,
            Status = JobStatus.Created,
            WaitSeconds = FirstWaitSeconds(sizeBytes, extension),
            WaitedSeconds = 0,
            Submissions = previous is { Outcome: JobOutcome.Resubmit } ? previous.Submissions + 1 : 1,
            SubmittedAt = CallTimestamp.Format(submittedAt),
        };

    /// <summary>What an answer makes of a job whose wait is over. Nothing else counts, so retries repeat it.</summary>
    public Job After(Job job, JobStatusAnswer answer)
    {
        var waitedSeconds = (int)Math.Min(int.MaxValue, (long)job.WaitedSeconds + job.WaitSeconds);
        var waited = job with
        {
            Status = answer.Status,
            WaitedSeconds = waitedSeconds,
            QueuedSeconds = answer.Status == JobStatus.Created ? waitedSeconds : job.QueuedSeconds,
            JobDurationInSeconds = answer.JobDurationInSeconds,
        };
        return answer.Status switch
        {
            JobStatus.Success => Succeeded(waited, answer),
            JobStatus.ServiceError when job.Submissions < MaxSubmissions => Resubmit(waited, answer),
            JobStatus.ServiceError => ServiceFailed(waited, answer),
            JobStatus.ClientError => Refused(waited, answer),
            JobStatus.Created =>
                waited with { WaitSeconds = NextQueuedWaitSeconds(job.WaitSeconds, waited.WaitedSeconds) },
            _ when waited.BegunSeconds >= DeadlineSeconds => Expired(waited),
            _ => waited with { WaitSeconds = NextWaitSeconds(waited.BegunSeconds) }, // a word not known, too
        };
    }

    private static Job Succeeded(Job job, JobStatusAnswer answer) =>
        S3Uri.TryParse(answer.ManifestS3Uri, out _, out var problem)
            ? Ended(job, JobOutcome.Succeeded) with { ManifestS3Uri = answer.ManifestS3Uri }
            : Ended(job, JobOutcome.Failed, JobError.ResultsMissing, JobCause.NoManifest(job, problem));

    private Job Resubmit(Job job, JobStatusAnswer answer) =>
        Ended(job, JobOutcome.Resubmit, JobError.Service, JobCause.Resubmitted(job, answer, MaxSubmissions));

    private Job ServiceFailed(Job job, JobStatusAnswer answer) =>
        Ended(job, JobOutcome.Failed, JobError.Service, JobCause.ServiceFailed(job, answer, MaxSubmissions));

    private static Job Refused(Job job, JobStatusAnswer answer) =>
        Ended(job, JobOutcome.Failed, JobError.Client, JobCause.Refused(job, answer));

    private Job Expired(Job job) =>
        Ended(job, JobOutcome.Expired, JobError.DeadlineExceeded, JobCause.Expired(job, DeadlineSeconds));

    private static Job Ended(Job job, string outcome, string? error = null, string? cause = null) =>
        job with { Outcome = outcome, WaitSeconds = 0, Error = error, Cause = cause };
}
