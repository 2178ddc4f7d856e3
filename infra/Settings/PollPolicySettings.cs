using System.Globalization;

namespace CallRecording.Infra.Settings;

/// <summary>When executions ask about their job: the constants of the poll policy. Seconds of waiting, unless named
/// otherwise.</summary>
internal sealed record PollPolicySettings
{
    public double SecondsPerAudioSecond { get; init; } = 0.64;

    public int OverheadSeconds { get; init; } = 20;

    public int MinFirstWaitSeconds { get; init; } = 20;

    public int MaxFirstWaitSeconds { get; init; } = 1800;

    public double GrowthShare { get; init; } = 0.25;

    public double QueuedGrowthShare { get; init; } = 0.5;

    public int MinWaitSeconds { get; init; } = 10;

    public int MaxWaitSeconds { get; init; } = 300;

    public int DeadlineSeconds { get; init; } = 21600;

    public int MaxSubmissions { get; init; } = 3;

    /// <summary>What the functions that submit and poll read.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["POLL_SECONDS_PER_AUDIO_SECOND"] = SecondsPerAudioSecond.ToString(CultureInfo.InvariantCulture),
        ["POLL_OVERHEAD_SECONDS"] = Text(OverheadSeconds),
        ["POLL_MINIMUM_FIRST_WAIT_SECONDS"] = Text(MinFirstWaitSeconds),
        ["POLL_MAXIMUM_FIRST_WAIT_SECONDS"] = Text(MaxFirstWaitSeconds),
        ["POLL_GROWTH_SHARE"] = GrowthShare.ToString(CultureInfo.InvariantCulture),
        ["POLL_QUEUED_GROWTH_SHARE"] = QueuedGrowthShare.ToString(CultureInfo.InvariantCulture),
        ["POLL_MINIMUM_WAIT_SECONDS"] = Text(MinWaitSeconds),
        ["POLL_MAXIMUM_WAIT_SECONDS"] = Text(MaxWaitSeconds),
        ["POLL_DEADLINE_SECONDS"] = Text(DeadlineSeconds),
        ["POLL_MAXIMUM_SUBMISSIONS"] = Text(MaxSubmissions),
    };

    public static PollPolicySettings Read(StackSettingsReader reader)
    {
        const int day = 86400;
        var defaults = new PollPolicySettings();
        var read = new PollPolicySettings
        {
            SecondsPerAudioSecond = reader.Number(
                "pollSecondsPerAudioSecond", defaults.SecondsPerAudioSecond, 0.01, 100),
            OverheadSeconds = reader.Whole("pollOverheadSeconds", defaults.OverheadSeconds, 0, day),
            MinFirstWaitSeconds = reader.Whole(
                "pollMinimumFirstWaitSeconds", defaults.MinFirstWaitSeconds, 1, day),
            MaxFirstWaitSeconds = reader.Whole(
                "pollMaximumFirstWaitSeconds", defaults.MaxFirstWaitSeconds, 1, day),
            GrowthShare = reader.Number("pollGrowthShare", defaults.GrowthShare, 0.01, 10),
            QueuedGrowthShare = reader.Number("pollQueuedGrowthShare", defaults.QueuedGrowthShare, 0.01, 10),
            MinWaitSeconds = reader.Whole("pollMinimumWaitSeconds", defaults.MinWaitSeconds, 1, day),
            MaxWaitSeconds = reader.Whole("pollMaximumWaitSeconds", defaults.MaxWaitSeconds, 1, day),
            DeadlineSeconds = reader.Whole("pollDeadlineSeconds", defaults.DeadlineSeconds, 1, 2 * day),
            MaxSubmissions = reader.Whole("pollMaximumSubmissions", defaults.MaxSubmissions, 1, 10),
        };
        Ordered(
            "pollMinimumFirstWaitSeconds",
            read.MinFirstWaitSeconds,
            "pollMaximumFirstWaitSeconds",
            read.MaxFirstWaitSeconds);
        Ordered("pollMinimumWaitSeconds", read.MinWaitSeconds, "pollMaximumWaitSeconds", read.MaxWaitSeconds);
        return read;

        void Ordered(string minKey, int min, string maxKey, int max)
        {
            if (min > max)
            {
                reader.Problem(minKey, $"is {min}, expected at most {maxKey}, which is {max}");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
