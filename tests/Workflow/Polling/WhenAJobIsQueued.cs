using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;
using CsCheck;

namespace CallRecording.Tests.Workflow.Polling;

/// <summary>Created, in the service's words: behind the jobs of other calls.</summary>
public sealed class WhenAJobIsQueued
{
    private const int ThreeDays = 3 * 24 * 60 * 60;
    // Of the shortest first wait and the longest queue: 29, by the waits' own growth.
    private const int MaxQuestions = 29;

    private static readonly PollPolicy Policy = new PollPolicy().Validate();

    [Theory]
    [InlineData(100, 200, 200)]
    [InlineData(200, 200, 200)]
    [InlineData(300, 200, 250)]
    [InlineData(20_000, 200, 10_100)]
    [InlineData(43_000, 200, 21_600)]
    [InlineData(int.MaxValue, 200, 21_600)]
    public void Waits_are_half_of_the_time_before_and_never_shrink(int waited, int last, int expected)
    {
        var job = Policy.After(
            Submitted() with { WaitedSeconds = waited, WaitSeconds = last }, new JobStatusAnswer(JobStatus.Created));

        Assert.Equal((JobOutcome.Running, expected), (job.Outcome, job.WaitSeconds));
        Assert.Equal(job.WaitedSeconds, job.QueuedSeconds);
    }

    [Fact]
    public void The_deadline_counts_from_when_it_began()
    {
        var queued = Policy.After(
            Submitted() with { WaitedSeconds = 50_000, WaitSeconds = 10_000 }, new JobStatusAnswer(JobStatus.Created));

        var begun = Policy.After(queued with { WaitSeconds = 21_599 }, new JobStatusAnswer(JobStatus.InProgress));
        var expired = Policy.After(begun, new JobStatusAnswer(JobStatus.InProgress));

        Assert.Equal((JobOutcome.Running, 1, 60_000), (begun.Outcome, begun.WaitSeconds, begun.QueuedSeconds));
        Assert.Equal((JobOutcome.Expired, "JobDeadlineExceeded"), (expired.Outcome, expired.Error));
        Assert.Contains(
            "is InProgress after 21600 s, expected to end within 21600 s", expired.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_begun_it_is_asked_about_as_if_it_had_just_been_submitted()
    {
        var queued = Policy.After(
            Submitted() with { WaitedSeconds = 5000, WaitSeconds = 100 }, new JobStatusAnswer(JobStatus.Created));

        var begun = Policy.After(queued with { WaitSeconds = 200 }, new JobStatusAnswer(JobStatus.InProgress));

        Assert.Equal(Policy.NextWaitSeconds(200), begun.WaitSeconds);
    }

    [Fact]
    public void A_job_that_is_submitted_anew_was_not_queued_yet()
    {
        var failed = Policy.After(
            Submitted() with { WaitedSeconds = 500, QueuedSeconds = 400 }, new JobStatusAnswer(JobStatus.ServiceError));

        var next = Policy.Submitted("arn", DateTimeOffset.UnixEpoch, 1, "wav", failed);

        Assert.Equal((2, 0, 0), (next.Submissions, next.WaitedSeconds, next.QueuedSeconds));
    }

    [Fact]
    public void However_long_the_queue_is_a_call_asks_few_times() =>
        Gen.Select(Gen.Long[1, 2L * 1024 * 1024 * 1024], Gen.Int[0, ThreeDays]).Sample((size, queue) =>
        {
            var job = Policy.Submitted("arn", DateTimeOffset.UnixEpoch, size, "mp3", previous: null);
            var questions = 0;
            while (job.WaitedSeconds + job.WaitSeconds < queue)
            {
                job = Policy.After(job, new JobStatusAnswer(JobStatus.Created));
                questions++;
            }

            Assert.InRange(questions, 0, MaxQuestions);
            Assert.Equal(JobOutcome.Running, job.Outcome);
        });

    [Fact]
    public void The_most_questions_are_those_of_a_short_call_in_the_longest_queue()
    {
        var job = Submitted();
        var questions = 0;
        while (job.WaitedSeconds + job.WaitSeconds < ThreeDays)
        {
            job = Policy.After(job, new JobStatusAnswer(JobStatus.Created));
            questions++;
        }

        Assert.Equal(MaxQuestions, questions);
    }

    private static Job Submitted() => Policy.Submitted("arn", DateTimeOffset.UnixEpoch, 1, "wav", previous: null);
}
