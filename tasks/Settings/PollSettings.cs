using System.Globalization;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tasks.Settings;

/// <summary>The poll policy's constants from the environment; the defaults are the policy's own.</summary>
internal static class PollSettings
{
    private const int Day = 24 * 60 * 60;

    public static PollPolicy Read(SettingsReader settings)
    {
        var defaults = new PollPolicy();
        var policy = defaults with
        {
            SecondsPerAudioSecond = settings.Number(
                "POLL_SECONDS_PER_AUDIO_SECOND", defaults.SecondsPerAudioSecond, 0.01, 100),
            OverheadSeconds = settings.Whole("POLL_OVERHEAD_SECONDS", defaults.OverheadSeconds, 0, Day),
            MinFirstWaitSeconds =
                settings.Whole("POLL_MINIMUM_FIRST_WAIT_SECONDS", defaults.MinFirstWaitSeconds, 1, Day),
            MaxFirstWaitSeconds =
                settings.Whole("POLL_MAXIMUM_FIRST_WAIT_SECONDS", defaults.MaxFirstWaitSeconds, 1, Day),
            GrowthShare = settings.Number("POLL_GROWTH_SHARE", defaults.GrowthShare, 0.01, 10),
            QueuedGrowthShare = settings.Number("POLL_QUEUED_GROWTH_SHARE", defaults.QueuedGrowthShare, 0.01, 10),
            MinWaitSeconds = settings.Whole("POLL_MINIMUM_WAIT_SECONDS", defaults.MinWaitSeconds, 1, Day),
            MaxWaitSeconds = settings.Whole("POLL_MAXIMUM_WAIT_SECONDS", defaults.MaxWaitSeconds, 1, Day),
            DeadlineSeconds = settings.Whole("POLL_DEADLINE_SECONDS", defaults.DeadlineSeconds, 1, 2 * Day),
            MaxSubmissions = settings.Whole("POLL_MAXIMUM_SUBMISSIONS", defaults.MaxSubmissions, 1, 10),
        };
        Ordered(
            "POLL_MINIMUM_FIRST_WAIT_SECONDS",
            policy.MinFirstWaitSeconds,
            "POLL_MAXIMUM_FIRST_WAIT_SECONDS",
            policy.MaxFirstWaitSeconds);
        Ordered(
            "POLL_MINIMUM_WAIT_SECONDS",
            policy.MinWaitSeconds,
            "POLL_MAXIMUM_WAIT_SECONDS",
            policy.MaxWaitSeconds);
        return policy.Validate();
    }

    private static void Ordered(string minName, int min, string maxName, int max)
    {
        if (min > max)
        {
            throw new SettingException(string.Create(
                CultureInfo.InvariantCulture,
                $"{minName} is {min}, expected at most {maxName}, which is {max}."));
        }
    }
}
