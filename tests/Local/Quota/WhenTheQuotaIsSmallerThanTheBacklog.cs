using System.Globalization;

namespace CallRecording.Tests.Local.Quota;

/// <summary>Nothing counts who waits: each call asks again by itself, more and more rarely, so that there is nothing
/// that could leak, and what waiting costs does not grow with the backlog.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenTheQuotaIsSmallerThanTheBacklog
{
    /// <summary>The call itself, the refusals until the last one of the definition's retries, and the questions about
    /// a job in the service's queue, three states each: every wait is half of the time before, from a minute to three
    /// days.</summary>
    private const int MaxTransitions = 5 + 24 + (3 * 22);

    private const string BacklogsVariable = "QUOTA_BACKLOGS";
    private const string SummaryVariable = "QUOTA_SUMMARY";

    [Fact]
    public async Task Every_call_has_its_turn_and_waiting_costs_a_bounded_number_of_transitions()
    {
        using var backlog = new Backlog();

        var result = await backlog.RunAsync(300, Limits.OfTheService with { Concurrent = 2, Open = 40 });

        AssertHeld(result);
        Assert.True(result.Transitions.Max() > 30, $"No call waited: {result}");
    }

    /// <summary>./test --quota.</summary>
    [Fact]
    public async Task The_backlogs_of_the_command()
    {
        var asked = Environment.GetEnvironmentVariable(BacklogsVariable);
        var calls = (string.IsNullOrEmpty(asked) ? "20" : asked).Split(' ').Select(
            text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        await TellAsync(BacklogResult.Header);
        foreach (var count in calls)
        {
            using var backlog = new Backlog();
            var result = await backlog.RunAsync(count, Limits.OfTheService);
            await TellAsync(result.ToString());
            AssertHeld(result);
        }
    }

    private static async Task TellAsync(string line)
    {
        if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } summary)
        {
            await File.AppendAllLinesAsync(summary, [line], TestContext.Current.CancellationToken);
        }
    }

    private static void AssertHeld(BacklogResult result)
    {
        Assert.True(result.Succeeded == result.Calls, $"{BacklogResult.Header}{Environment.NewLine}{result}");
        Assert.Equal(result.Calls, result.Jobs);
        Assert.InRange(result.Transitions.Max(), 5, MaxTransitions);
    }
}
