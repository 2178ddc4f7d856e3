using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;
using CsCheck;

namespace CallRecording.Tests.Workflow.Polling;

public sealed class PollPolicyTests
{
    private static readonly PollPolicy Policy = new PollPolicy().Validate();

    /// <summary>The first waits grow, and of the later ones, 300 s each, 72 fit into the deadline.</summary>
    private const int MaxPolls = 100;

    private static readonly Gen<PollPolicy> Policies = Gen.Select(
        Gen.Double[0.01, 2],
        Gen.Int[1, 60],
        Gen.Int[0, 300],
        Gen.Int[1, 60],
        Gen.Int[0, 3600],
        Gen.Int[60, 30000],
        (share, minimum, span, minimumFirst, spanFirst, deadline) => new PollPolicy
        {
            GrowthShare = share,
            MinWaitSeconds = minimum,
            MaxWaitSeconds = minimum + span,
            MinFirstWaitSeconds = minimumFirst,
            MaxFirstWaitSeconds = minimumFirst + spanFirst,
            DeadlineSeconds = deadline,
        }.Validate());

    private static readonly Gen<long> Sizes = Gen.Long[1, 2L * 1024 * 1024 * 1024];

    private static readonly Gen<string> Extensions = Gen.Int[0, 6]
        .Select(i => new[] { "amr", "flac", "m4a", "mp3", "ogg", "wav", "unheard-of" }[i]);

    [Theory]
    [InlineData(1, "wav", 21)]
    [InlineData(32000 * 141, "wav", 111)]
    [InlineData(8000 * 600, "mp3", 404)]
    [InlineData(32000L * 3600 * 4, "wav", 1800)]
    [InlineData(32000 * 141, "unheard-of", 111)]
    public void The_first_wait_is_estimated_from_the_audio(long sizeBytes, string extension, int expected) =>
        Assert.Equal(expected, Policy.FirstWaitSeconds(sizeBytes, extension));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(40, 10)]
    [InlineData(41, 11)]
    [InlineData(400, 100)]
    [InlineData(1200, 300)]
    [InlineData(20000, 300)]
    [InlineData(21301, 299)]
    [InlineData(21599, 1)]
    [InlineData(21600, 1)]
    [InlineData(int.MaxValue, 1)]
    public void A_later_wait_is_a_share_of_the_time_already_waited(int waitedSeconds, int expected) =>
        Assert.Equal(expected, Policy.NextWaitSeconds(waitedSeconds));

    [Fact]
    public void The_first_wait_stays_within_its_bounds() =>
        Gen.Select(Policies, Sizes, Extensions).Sample((policy, size, extension) =>
        {
            var wait = policy.FirstWaitSeconds(size, extension);

            var most = Math.Min(policy.MaxFirstWaitSeconds, policy.DeadlineSeconds);
            Assert.InRange(wait, Math.Min(policy.MinFirstWaitSeconds, most), most);
        });

    [Fact]
    public void A_longer_recording_never_waits_less() =>
        Gen.Select(Policies, Sizes, Sizes, Extensions).Sample((policy, one, other, extension) =>
            policy.FirstWaitSeconds(Math.Min(one, other), extension)
            <= policy.FirstWaitSeconds(Math.Max(one, other), extension));

    [Fact]
    public void No_wait_goes_past_the_deadline_nor_is_nothing() =>
        Gen.Select(Policies, Gen.Int[0, 40000]).Sample((policy, waited) =>
        {
            var wait = policy.NextWaitSeconds(waited);

            Assert.InRange(wait, 1, Math.Max(1, Math.Min(policy.MaxWaitSeconds, policy.DeadlineSeconds - waited)));
        });

    [Fact]
    public void Waits_grow_until_the_deadline_is_near() =>
        Gen.Select(Policies, Gen.Int[0, 40000], Gen.Int[0, 40000]).Sample((policy, one, other) =>
        {
            var (earlier, later) = (Math.Min(one, other), Math.Max(one, other));
            var near = later + policy.MaxWaitSeconds >= policy.DeadlineSeconds;

            Assert.True(near || policy.NextWaitSeconds(earlier) <= policy.NextWaitSeconds(later));
        });

    [Fact]
    public void A_job_is_found_soon_after_it_ended() =>
        Gen.Select(Policies, Sizes, Extensions, Gen.Int[0, 30000]).Sample((policy, size, extension, duration) =>
        {
            var (polled, _) = PolledUntil(policy, size, extension, duration);
            var first = policy.FirstWaitSeconds(size, extension);

            var delay = polled.WaitedSeconds - duration;
            var share = Math.Ceiling(duration * policy.GrowthShare);
            Assert.True(
                duration <= first || polled.Outcome == JobOutcome.Expired
                || delay <= Math.Max(policy.MinWaitSeconds, share),
                $"found {delay} s after it ended");
        });

    [Fact]
    public void A_job_that_ends_as_estimated_needs_one_poll() =>
        Gen.Select(Sizes, Extensions, Gen.Double[0, 1]).Sample((size, extension, part) =>
        {
            var first = Policy.FirstWaitSeconds(size, extension);

            Assert.Equal(1, PolledUntil(Policy, size, extension, (int)(first * part)).Polls);
        });

    [Fact]
    public void A_job_somewhat_slower_than_estimated_needs_two() =>
        Gen.Select(Sizes, Extensions, Gen.Double[0.01, 1]).Sample((size, extension, part) =>
        {
            var first = Policy.FirstWaitSeconds(size, extension);
            var slower = Math.Min(first * Policy.GrowthShare, Policy.MaxWaitSeconds);

            Assert.Equal(2, PolledUntil(Policy, size, extension, first + (int)Math.Ceiling(slower * part)).Polls);
        });

    [Fact]
    public void Every_job_is_asked_about_a_bounded_number_of_times() =>
        Gen.Select(Sizes, Extensions, Gen.Int[0, 100000]).Sample((size, extension, duration) =>
            PolledUntil(Policy, size, extension, duration).Polls <= MaxPolls);

    [Fact]
    public void A_job_that_never_ends_expires_at_the_deadline_exactly() =>
        Gen.Select(Policies, Sizes, Extensions).Sample((policy, size, extension) =>
        {
            var (job, _) = PolledUntil(policy, size, extension, int.MaxValue);

            Assert.Equal((JobOutcome.Expired, policy.DeadlineSeconds), (job.Outcome, job.WaitedSeconds));
        });

    [Fact]
    public void The_defaults_fit_together() => Assert.Equal(new PollPolicy(), new PollPolicy().Validate());

    [Fact]
    public void Settings_that_contradict_each_other_are_all_named()
    {
        var policy = new PollPolicy
        {
            SecondsPerAudioSecond = double.NaN,
            OverheadSeconds = -1,
            MinFirstWaitSeconds = 0,
            MaxFirstWaitSeconds = -1,
            GrowthShare = 0,
            MinWaitSeconds = 0,
            MaxWaitSeconds = -1,
            DeadlineSeconds = 0,
            MaxSubmissions = 0,
            BytesPerSecond = new Dictionary<string, int> { ["wav"] = 0 },
        };

        var thrown = Assert.Throws<ArgumentException>(policy.Validate);

        Assert.Equal(
            "SecondsPerAudioSecond is NaN, expected a number above 0. OverheadSeconds is -1, expected at least 0. " +
            "MinFirstWaitSeconds is 0, expected at least 1. MaxFirstWaitSeconds is -1, expected at least 0. " +
            "GrowthShare is 0, expected a number above 0. MinWaitSeconds is 0, expected at least 1. " +
            "MaxWaitSeconds is -1, expected at least 0. DeadlineSeconds is 0, expected at least 1. " +
            "MaxSubmissions is 0, expected at least 1. BytesPerSecond of wav is 0, expected at least 1.",
            thrown.Message);
    }

    [Fact]
    public void A_policy_without_any_format_is_refused()
    {
        var policy = new PollPolicy { BytesPerSecond = new Dictionary<string, int>() };

        var thrown = Assert.Throws<ArgumentException>(policy.Validate);

        Assert.Equal("BytesPerSecond is empty, expected at least one format.", thrown.Message);
    }

    private static (Job Job, int Polls) PolledUntil(PollPolicy policy, long sizeBytes, string extension, int duration)
    {
        var job = policy.Submitted("arn", DateTimeOffset.UnixEpoch, sizeBytes, extension, previous: null);
        var polls = 0;
        while (job.Outcome == JobOutcome.Running)
        {
            var ended = job.WaitedSeconds + job.WaitSeconds >= duration;
            job = policy.After(job, new JobStatusAnswer(
                ended ? JobStatus.Success : JobStatus.InProgress, ManifestS3Uri: "s3://bucket/job_metadata.json"));
            polls++;
        }

        return (job, polls);
    }
}
