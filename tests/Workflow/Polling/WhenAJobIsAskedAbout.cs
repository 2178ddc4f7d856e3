using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tests.Workflow.Polling;

public sealed class WhenAJobIsAskedAbout
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:data-automation-invocation/1";
    private const string Manifest = "s3://bucket/call/1/job_metadata.json";

    private static readonly PollPolicy Policy = new();

    [Fact]
    public void A_job_just_submitted_is_running()
    {
        var submittedAt = new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.FromHours(2));

        var job = Policy.Submitted(Arn, submittedAt, 32000 * 141, "wav", previous: null);

        Assert.Equal(
            new Job
            {
                InvocationArn = Arn,
                Outcome = JobOutcome.Running,
                Status = JobStatus.Created,
                WaitSeconds = 111,
                WaitedSeconds = 0,
                Submissions = 1,
                SubmittedAt = "2024-01-01T00:00:00Z",
            },
            job);
    }

    [Fact]
    public void A_job_that_succeeded_says_where_its_results_are()
    {
        var job = Policy.After(Running(), new JobStatusAnswer(
            JobStatus.Success, ManifestS3Uri: Manifest, JobDurationInSeconds: 90));

        Assert.Equal(
            Running() with
            {
                Outcome = JobOutcome.Succeeded,
                Status = JobStatus.Success,
                WaitSeconds = 0,
                WaitedSeconds = 150,
                ManifestS3Uri = Manifest,
                JobDurationInSeconds = 90,
            },
            job);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("job_metadata.json")]
    public void A_job_that_succeeded_without_saying_where_its_results_are_has_failed(string? manifest)
    {
        var job = Policy.After(Running(), new JobStatusAnswer(JobStatus.Success, ManifestS3Uri: manifest));

        Assert.Equal((JobOutcome.Failed, "JobResultsMissing"), (job.Outcome, job.Error));
        Assert.StartsWith($"Job {Arn} succeeded without naming its manifest: ", job.Cause, StringComparison.Ordinal);
        Assert.Null(job.ManifestS3Uri);
    }

    [Fact]
    public void Success_counts_even_past_the_deadline()
    {
        var late = Running() with { WaitedSeconds = Policy.DeadlineSeconds };

        Assert.Equal(
            JobOutcome.Succeeded,
            Policy.After(late, new JobStatusAnswer(JobStatus.Success, ManifestS3Uri: Manifest)).Outcome);
    }

    [Theory]
    [InlineData(JobStatus.InProgress)]
    [InlineData("Paused")]
    public void A_job_that_has_not_ended_is_waited_for_again(string status)
    {
        var job = Policy.After(Running() with { WaitSeconds = 200 }, new JobStatusAnswer(status));

        Assert.Equal(Running() with { Status = status, WaitSeconds = 75, WaitedSeconds = 300 }, job);
    }

    [Theory]
    [InlineData(21549, JobOutcome.Running)]
    [InlineData(21550, JobOutcome.Expired)]
    [InlineData(21551, JobOutcome.Expired)]
    [InlineData(int.MaxValue, JobOutcome.Expired)]
    public void A_job_that_has_not_ended_by_its_deadline_has_expired(int waitedSeconds, string expected)
    {
        var job = Policy.After(
            Running() with { WaitedSeconds = waitedSeconds }, new JobStatusAnswer(JobStatus.InProgress));

        Assert.Equal(expected, job.Outcome);
    }

    [Fact]
    public void An_expired_job_says_how_long_it_was_waited_for()
    {
        var job = Policy.After(
            Running() with { WaitedSeconds = 21600 }, new JobStatusAnswer(JobStatus.InProgress));

        Assert.Equal("JobDeadlineExceeded", job.Error);
        Assert.Equal(
            $"Job {Arn} is InProgress after 21650 s, expected to end within 21600 s. " +
            "Redrive the execution to submit the recording again.",
            job.Cause);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void When_the_service_failed_the_recording_is_submitted_again(int submissions)
    {
        var job = Policy.After(Running() with { Submissions = submissions }, ServiceError);

        Assert.Equal((JobOutcome.Resubmit, "JobServiceError", 0), (job.Outcome, job.Error, job.WaitSeconds));
        Assert.Equal(
            $"Job {Arn} failed in the service (InternalError: try later); it was submission {submissions} of 3, " +
            "and the recording is submitted again.",
            job.Cause);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void When_the_service_failed_too_often_the_call_has_failed(int submissions)
    {
        var job = Policy.After(Running() with { Submissions = submissions }, ServiceError);

        Assert.Equal((JobOutcome.Failed, "JobServiceError"), (job.Outcome, job.Error));
        Assert.Equal(
            $"Job {Arn} failed in the service (InternalError: try later); it was submission {submissions} of 3. " +
            "Redrive the execution once the service is well.",
            job.Cause);
    }

    [Theory]
    [InlineData("ValidationError", "too short", " (ValidationError: too short)")]
    [InlineData(null, "too short", " (too short)")]
    [InlineData("ValidationError", " ", " (ValidationError)")]
    [InlineData(null, null, "")]
    public void A_job_that_was_refused_has_failed_in_the_service_s_words(string? type, string? message, string words)
    {
        var job = Policy.After(Running(), new JobStatusAnswer(JobStatus.ClientError, type, message));

        Assert.Equal((JobOutcome.Failed, "JobClientError"), (job.Outcome, job.Error));
        Assert.Equal(
            $"Job {Arn} was refused{words}. Mend the recording, the project or the blueprint, " +
            "then redrive the execution.",
            job.Cause);
    }

    [Fact]
    public void The_service_s_words_are_bounded()
    {
        var job = Policy.After(Running(), new JobStatusAnswer(JobStatus.ClientError, null, new string('x', 100_000)));

        Assert.InRange(job.Cause?.Length ?? 0, 1000, 1300);
    }

    [Fact]
    public void Asking_twice_gives_the_same_answer() =>
        Assert.Equal(Policy.After(Running(), ServiceError), Policy.After(Running(), ServiceError));

    [Theory]
    [InlineData(JobOutcome.Resubmit, 3)]
    [InlineData(JobOutcome.Failed, 1)]
    [InlineData(JobOutcome.Expired, 1)]
    [InlineData(JobOutcome.Running, 1)]
    [InlineData(JobOutcome.Succeeded, 1)]
    public void Only_submissions_in_a_row_are_counted(string outcome, int expected)
    {
        var previous = Running() with { Outcome = outcome, Submissions = 2, Error = "E", Cause = "C" };

        var job = Policy.Submitted("arn:other", DateTimeOffset.UnixEpoch, 1, "wav", previous);

        Assert.Equal((expected, 0, null, null), (job.Submissions, job.WaitedSeconds, job.Error, job.Cause));
    }

    private static JobStatusAnswer ServiceError => new(JobStatus.ServiceError, "InternalError", "try later");

    private static Job Running() => new()
    {
        InvocationArn = Arn,
        Outcome = JobOutcome.Running,
        Status = JobStatus.Created,
        WaitSeconds = 50,
        WaitedSeconds = 100,
        Submissions = 1,
        SubmittedAt = "2024-01-01T00:00:00Z",
    };
}
