using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using static CallRecording.Tests.Tasks.Settlement.CallsInProgress;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>It has as many calls as it may take, little time left, or a service that throttles: the next run goes
/// on.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenASweepStopsEarly(RunningEmulators emulators)
{
    [Fact]
    public async Task More_than_one_run_may_take_are_all_reached_though_the_first_ones_stay()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var running = await world.StartAsync("runs", CallNamed("runs", seconds: 3600));
        for (var number = 0; number < Sweep.MaxRows + 10; number++)
        {
            await world.BeginAsync(CallNamed($"runs-{number}"), running);
        }

        world.Engine.Time.Advance(Second);
        for (var number = 0; number < 5; number++)
        {
            await world.BeginAsync(
                CallNamed($"gone-{number}"), new(TestEngine.ExecutionArn($"gone-{number}"), Now(world)));
        }

        world.Engine.Time.Advance(SettlementWorld.SettleAfter + Second);

        var first = await world.SweepAsync();
        var second = await world.SweepAsync();
        var third = await world.SweepAsync();

        Assert.Equal(new SettlementSummary(0, Sweep.MaxRows, 0, More: true), first);
        Assert.Equal(new SettlementSummary(5, 10, 0), second);
        Assert.Equal(new SettlementSummary(0, Sweep.MaxRows, 0, More: true), third);
        Assert.All(
            await StatusesAsync(world, [.. Enumerable.Range(0, 5).Select(number => $"gone-{number}")]),
            status => Assert.Equal("FAILED", status));
    }

    [Fact]
    public async Task When_its_time_is_nearly_up_it_stops_and_the_next_run_goes_on_there()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await AddGoneAsync(world, 3);
        var left = new Queue<TimeSpan>([Sweep.Reserve + Second, Sweep.Reserve, Sweep.Reserve - Second]);

        var first = await world.SweepAsync(new TestInvocation(remainingTime: left.Dequeue));
        var none = await world.SweepAsync(new TestInvocation(remainingTime: () => TimeSpan.Zero));
        var second = await world.SweepAsync();

        Assert.Equal(new SettlementSummary(2, 0, 0, More: true), first);
        Assert.Equal(new SettlementSummary(0, 0, 0, More: true), none);
        Assert.Equal(new SettlementSummary(1, 0, 0), second);
    }

    [Fact]
    public async Task When_the_service_throttles_it_stops_and_the_next_run_asks_the_same_one_again()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await AddGoneAsync(world, 3);
        world.Throttling.Left = 1;

        var throttled = await world.SweepAsync();
        world.Throttling.Left = int.MaxValue;
        var next = await world.SweepAsync();

        Assert.Equal(new SettlementSummary(1, 0, 0, More: true), throttled);
        Assert.Equal(new SettlementSummary(2, 0, 0), next);
    }
}
