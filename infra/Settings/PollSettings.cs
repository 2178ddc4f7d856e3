using System.Globalization;

namespace CallRecording.Infra.Settings;

/// <summary>When executions ask about their job: the constants of the poll policy. Seconds of waiting, unless named
/// otherwise.</summary>
internal sealed record PollSettings
{
    public double SecondsPerAudioSecond { get; init; } = 0.64;

    public int OverheadSeconds { get; init; } = 20;

    public int MinimumFirstWaitSeconds { get; init; } = 20;

    public int MaximumFirstWaitSeconds { get; init; } = 1800;

    public double GrowthShare { get; init; } = 0.25;

    public double QueuedGrowthShare { get; init; } = 0.5;

    public int MinimumWaitSeconds { get; init; } = 10;

    public int MaximumWaitSeconds { get; init; } = 300;

    public int DeadlineSeconds { get; init; } = 21600;

    public int MaximumSubmissions { get; init; } = 3;

    /// <summary>What the functions that submit and poll read.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["POLL_SECONDS_PER_AUDIO_SECOND"] = SecondsPerAudioSecond.ToString(CultureInfo.InvariantCulture),
        ["POLL_OVERHEAD_SECONDS"] = Text(OverheadSeconds),
        ["POLL_MINIMUM_FIRST_WAIT_SECONDS"] = Text(MinimumFirstWaitSeconds),
        ["POLL_MAXIMUM_FIRST_WAIT_SECONDS"] = Text(MaximumFirstWaitSeconds),
        ["POLL_GROWTH_SHARE"] = GrowthShare.ToString(CultureInfo.InvariantCulture),
        ["POLL_QUEUED_GROWTH_SHARE"] = QueuedGrowthShare.ToString(CultureInfo.InvariantCulture),
        ["POLL_MINIMUM_WAIT_SECONDS"] = Text(MinimumWaitSeconds),
        ["POLL_MAXIMUM_WAIT_SECONDS"] = Text(MaximumWaitSeconds),
        ["POLL_DEADLINE_SECONDS"] = Text(DeadlineSeconds),
        ["POLL_MAXIMUM_SUBMISSIONS"] = Text(MaximumSubmissions),
    };

    public static PollSettings Read(SettingsReader reader)
    {
        const int day = 86400;
        var usual = new PollSettings();
        var read = new PollSettings
        {
            SecondsPerAudioSecond = reader.Number("pollSecondsPerAudioSecond", usual.SecondsPerAudioSecond, 0.01, 100),
            OverheadSeconds = reader.Whole("pollOverheadSeconds", usual.OverheadSeconds, 0, day),
            MinimumFirstWaitSeconds = reader.Whole(
                "pollMinimumFirstWaitSeconds", usual.MinimumFirstWaitSeconds, 1, day),
            MaximumFirstWaitSeconds = reader.Whole(
                "pollMaximumFirstWaitSeconds", usual.MaximumFirstWaitSeconds, 1, day),
            GrowthShare = reader.Number("pollGrowthShare", usual.GrowthShare, 0.01, 10),
            QueuedGrowthShare = reader.Number("pollQueuedGrowthShare", usual.QueuedGrowthShare, 0.01, 10),
            MinimumWaitSeconds = reader.Whole("pollMinimumWaitSeconds", usual.MinimumWaitSeconds, 1, day),
            MaximumWaitSeconds = reader.Whole("pollMaximumWaitSeconds", usual.MaximumWaitSeconds, 1, day),
            DeadlineSeconds = reader.Whole("pollDeadlineSeconds", usual.DeadlineSeconds, 1, 2 * day),
            MaximumSubmissions = reader.Whole("pollMaximumSubmissions", usual.MaximumSubmissions, 1, 10),
        };
        Ordered("pollMinimumFirstWaitSeconds", read.MinimumFirstWaitSeconds, "pollMaximumFirstWaitSeconds", read.MaximumFirstWaitSeconds);
        Ordered("pollMinimumWaitSeconds", read.MinimumWaitSeconds, "pollMaximumWaitSeconds", read.MaximumWaitSeconds);
        return read;

        void Ordered(string leastKey, int least, string mostKey, int most)
        {
            if (least > most)
            {
                reader.Problem(leastKey, $"is {least}, expected at most {mostKey}, which is {most}");
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
