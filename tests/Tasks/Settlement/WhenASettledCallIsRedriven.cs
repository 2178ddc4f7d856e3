using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using static CallRecording.Tests.Tasks.Settlement.SettlementWorld;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>Nothing says which of its states a redrive goes on with: whatever writes first makes the item the
/// execution's again.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenASettledCallIsRedriven(RunningEmulators emulators)
{
    [Fact]
    public async Task A_redrive_then_begins_and_succeeds_as_ever()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);

        await world.BeginAsync(Waits, execution);

        var row = await world.RowAsync(Waits);
        Assert.Equal("IN_PROGRESS", (string?)row["bedrock_status"]);
        Assert.Equal("call", (string?)row["in_progress"]);
        Assert.False(row.ContainsKey("error"));
        Assert.False(row.ContainsKey("cause"));
        await world.SucceedAsync(execution);
        Assert.Equal("SUCCESS", await world.StatusAsync(Waits));
        Assert.False((await world.RowAsync(Waits)).ContainsKey("in_progress"));
    }

    /// <summary>A redrive at WaitForJob or in PersistResults writes nothing before the results.</summary>
    [Fact]
    public async Task A_redrive_that_only_has_results_to_write_succeeds()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(WaitsLong);
        await world.Engine.EndAsync(Run);
        await world.TellAsync(Run, "TIMED_OUT", WaitsLong);

        await world.SucceedAsync(execution);

        var row = await world.RowAsync(Waits);
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.All(
            ["error", "cause", "failed_state"], attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task The_recorder_that_was_killed_resumes_on_the_first_redrive()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Breaks);
        await world.Engine.EndAsync(Run);
        await world.TellAsync(Run, "FAILED", Breaks);

        var recorded = await world.RecordAsync(Breaks, execution, "request-1");

        Assert.Equal(RecordedFailure.Redriven, recorded);
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Breaks));
        Assert.Equal("call", (string?)(await world.RowAsync(Breaks))["in_progress"]);
    }

    [Fact]
    public async Task One_that_was_stopped_while_its_recorder_resumed_it_resumes_again()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await world.BeginAsync(Waits);
        await world.RecordAsync(Waits, execution, "request-1");
        await world.RecordAsync(Waits, execution, "request-2");
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);
        Assert.Equal("FAILED", await world.StatusAsync(Waits));

        var recorded = await world.RecordAsync(Waits, execution, "request-3");

        Assert.Equal(RecordedFailure.Redriven, recorded);
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
    }
}
