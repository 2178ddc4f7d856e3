using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using static CallRecording.Tests.Tasks.Settlement.SettlementWorld;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>Twice, after a redrive, or when another execution has written: what is there already stands.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnEventComesLate(RunningEmulators emulators)
{
    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);
        var before = await world.RowAsync(Waits);
        world.Engine.Time.Advance(TimeSpan.FromMinutes(1));

        var again = await world.TellAsync(Run, "ABORTED", Waits);

        Assert.Equal(new SettlementSummary(0, 0, 1), again);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Waits)).ToJsonString());
        Assert.Single(world.Metrics);
    }

    [Fact]
    public async Task An_event_that_comes_after_a_redrive_leaves_the_running_call_alone()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RedriveAsync(Run);
        var before = await world.RowAsync(Waits);

        var summary = await world.TellAsync(Run, "ABORTED", Waits);

        Assert.Equal(new SettlementSummary(0, 1, 0), summary);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Waits)).ToJsonString());
        Assert.Empty(world.Metrics);
    }

    [Fact]
    public async Task An_event_that_comes_after_a_redrive_makes_no_item_for_the_running_call()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.StartAsync(Run, Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RedriveAsync(Run);

        Assert.Equal(new SettlementSummary(0, 1, 0), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Null(await world.Table.RowAsync(Waits));
    }

    [Fact]
    public async Task What_a_redrive_writes_between_the_look_and_the_write_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Waits);
        var calls = new CallSettlements(world.Table.DynamoDb, world.Table.Name, world.Engine.Time);
        var seen = await calls.FindAsync(CallItemKey.Of(Waits), TestContext.Current.CancellationToken);
        world.Engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await world.BeginAsync(Waits, execution);

        var written = await calls.TrySettleAsync(
            CallItemKey.Of(Waits), seen!, execution: null, TestContext.Current.CancellationToken);

        Assert.False(written);
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task What_a_function_still_at_work_writes_meanwhile_does_not_keep_the_call_in_progress()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        var writes = 0;
        world.Throttling.Meanwhile = async () =>
        {
            if (writes++ == 0)
            {
                world.Engine.Time.Advance(TimeSpan.FromMilliseconds(1));
                await world.BeginAsync(Waits, execution);
            }
        };

        Assert.Equal(new SettlementSummary(1, 0, 0), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("FAILED", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task A_success_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        await world.SucceedAsync(execution);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("SUCCESS", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task A_success_whose_item_was_erased_gets_no_new_one()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.StartAsync(Run, Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RerunAsync(Run);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Null(await world.Table.RowAsync(Waits));
    }

    [Fact]
    public async Task What_the_recorder_wrote_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Breaks);
        await world.Engine.EndAsync(Run);
        await world.RecordAsync(Breaks, execution, "request-1");
        var before = await world.RowAsync(Breaks);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "FAILED", Breaks));
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Breaks)).ToJsonString());
    }

    [Fact]
    public async Task A_later_executions_item_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        world.Engine.Time.Advance(TimeSpan.FromSeconds(1));
        await world.BeginAsync(Waits, await world.StartAsync("later", Waits));

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
    }
}
