using CallRecording.Tasks.Settings;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tests.Tasks.Settings;

public sealed class PollSettingsTests
{
    private static readonly PollPolicy Usual = new();

    [Fact]
    public void Without_any_variable_it_is_the_usual_policy() => Assert.Equal(Usual, Read());

    public static TheoryData<string, string, PollPolicy> Variables() => new()
    {
        { "POLL_SECONDS_PER_AUDIO_SECOND", "1.5", Usual with { SecondsPerAudioSecond = 1.5 } },
        { "POLL_OVERHEAD_SECONDS", "0", Usual with { OverheadSeconds = 0 } },
        { "POLL_MINIMUM_FIRST_WAIT_SECONDS", "1", Usual with { MinFirstWaitSeconds = 1 } },
        { "POLL_MAXIMUM_FIRST_WAIT_SECONDS", "20", Usual with { MaxFirstWaitSeconds = 20 } },
        { "POLL_GROWTH_SHARE", "0.5", Usual with { GrowthShare = 0.5 } },
        { "POLL_QUEUED_GROWTH_SHARE", "2", Usual with { QueuedGrowthShare = 2 } },
        { "POLL_MINIMUM_WAIT_SECONDS", "300", Usual with { MinWaitSeconds = 300 } },
        { "POLL_MAXIMUM_WAIT_SECONDS", "10", Usual with { MaxWaitSeconds = 10 } },
        { "POLL_DEADLINE_SECONDS", "172800", Usual with { DeadlineSeconds = 172_800 } },
        { "POLL_MAXIMUM_SUBMISSIONS", "10", Usual with { MaxSubmissions = 10 } },
    };

    [Theory]
    [MemberData(nameof(Variables), DisableDiscoveryEnumeration = true)]
    public void Each_variable_sets_its_constant_alone(string name, string value, PollPolicy expected) =>
        Assert.Equal(expected, Read((name, value)));

    [Theory]
    [InlineData("POLL_SECONDS_PER_AUDIO_SECOND", "0")]
    [InlineData("POLL_OVERHEAD_SECONDS", "-1")]
    [InlineData("POLL_MINIMUM_FIRST_WAIT_SECONDS", "0")]
    [InlineData("POLL_MAXIMUM_FIRST_WAIT_SECONDS", "86401")]
    [InlineData("POLL_GROWTH_SHARE", "Infinity")]
    [InlineData("POLL_QUEUED_GROWTH_SHARE", "0")]
    [InlineData("POLL_MINIMUM_WAIT_SECONDS", "0")]
    [InlineData("POLL_MAXIMUM_WAIT_SECONDS", "86401")]
    [InlineData("POLL_DEADLINE_SECONDS", "172801")]
    [InlineData("POLL_MAXIMUM_SUBMISSIONS", "11")]
    [InlineData("POLL_MAXIMUM_SUBMISSIONS", "1.5")]
    public void One_out_of_its_bounds_is_refused_by_name(string name, string value) =>
        Assert.StartsWith($"{name} is '{value}', expected a ", Problem((name, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("POLL_MINIMUM_FIRST_WAIT_SECONDS", "1801", "POLL_MAXIMUM_FIRST_WAIT_SECONDS", "1800")]
    [InlineData("POLL_MINIMUM_WAIT_SECONDS", "31", "POLL_MAXIMUM_WAIT_SECONDS", "30")]
    public void A_minimum_above_its_maximum_is_refused_with_both_names(
        string minimum, string least, string maximum, string most) =>
        Assert.Equal(
            $"{minimum} is {least}, expected at most {maximum}, which is {most}.",
            Problem((minimum, least), (maximum, most)));

    [Fact]
    public void A_minimum_above_the_usual_maximum_is_refused_too() =>
        Assert.Equal(
            "POLL_MINIMUM_WAIT_SECONDS is 301, expected at most POLL_MAXIMUM_WAIT_SECONDS, which is 300.",
            Problem(("POLL_MINIMUM_WAIT_SECONDS", "301")));

    private static string Problem(params (string Name, string Value)[] variables) =>
        Assert.Throws<SettingException>(() => Read(variables)).Message;

    private static PollPolicy Read(params (string Name, string Value)[] variables) =>
        PollSettings.Read(new(variables.ToDictionary(variable => variable.Name, variable => variable.Value)));
}
