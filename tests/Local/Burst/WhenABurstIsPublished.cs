using System.Globalization;
using Amazon.StepFunctions;
using CallRecording.Tests.Local.Soak;
using CallRecording.Tests.Local.Soak.Auditing;

namespace CallRecording.Tests.Local.Burst;

/// <summary>More calls at once than one machine has processes for, while others keep it busy: they wait, and no
/// operator redrives them.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenABurstIsPublished
{
    private const int ShortBurst = 100;
    private const int Speed = 60;
    private const int Publishers = 8;
    private const string CallsVariable = "BURST_CALLS";
    private const string SummaryVariable = "BURST_SUMMARY";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>./test --burst makes it a large one.</summary>
    [Fact]
    public async Task Every_call_succeeds_without_a_redrive()
    {
        var asked = Environment.GetEnvironmentVariable(CallsVariable);
        var calls = Enumerable
            .Range(1, string.IsNullOrEmpty(asked) ? ShortBurst : int.Parse(asked, CultureInfo.InvariantCulture))
            .Select(number => new PlannedCall(number, PlannedFault.None))
            .ToList();
        using var system = await SoakedSystem.StartAsync(Speed);
        using var publisher = new Publisher(system.Commands);
        using var load = new Load(system.Addresses);
        using var busy = new BusyCores();
        var started = TimeProvider.System.GetTimestamp();

        await Parallel.ForEachAsync(
            calls,
            new ParallelOptions { MaxDegreeOfParallelism = Publishers, CancellationToken = Stop },
            async (call, _) => await publisher.PublishAsync(call, again: false));
        var published = TimeProvider.System.GetElapsedTime(started);
        await load.NothingAsync();
        var places = await FinalPlaces.ReadAsync(system.Addresses);

        var executions = places.Executions.SelectMany(one => one).ToList();
        var succeeded = places.Items.Count(one => one.Single()["bedrock_status"].S == "SUCCESS");
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{calls.Count} calls were published in {published:g} and done after "
            + $"{TimeProvider.System.GetElapsedTime(started):g}: {succeeded} SUCCESS, "
            + $"{executions.Count(one => one.Status == ExecutionStatus.SUCCEEDED)} SUCCEEDED, "
            + $"{executions.Count(one => one.RedriveCount > 0)} redriven, {places.DeadLetters.Count} dead letters, "
            + $"{places.Jobs.Values.Sum()} jobs");
        await TellAsync(summary);
        Assert.True(succeeded == calls.Count && executions.Count == calls.Count, $"{summary}\n{system.Last}");
        Assert.All(
            executions, one => Assert.Equal((ExecutionStatus.SUCCEEDED, 0), (one.Status, one.RedriveCount ?? 0)));
        Assert.Equal(calls.Count, places.Jobs.Values.Sum());
        Assert.Empty(places.DeadLetters);
    }

    private static async Task TellAsync(string line)
    {
        if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } summary)
        {
            await File.AppendAllLinesAsync(summary, [line], Stop);
        }
    }
}
