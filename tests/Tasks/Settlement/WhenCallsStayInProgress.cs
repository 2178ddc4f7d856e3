using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow.Messages;
using static CallRecording.Tests.Tasks.Settlement.CallsInProgress;

namespace CallRecording.Tests.Tasks.Settlement;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenCallsStayInProgress(RunningEmulators emulators)
{
    [Fact]
    public async Task Those_whose_execution_ended_are_settled_and_the_others_left()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await AddAsync(world, "runs", seconds: 3600);
        await AddAsync(world, "stopped", seconds: 3600);
        await world.Engine.StopAsync("stopped");
        await AddAsync(world, "succeeded", seconds: 0);
        await world.Engine.WhenIdle();
        await AddAsync(world, "broke", breaks: true);
        await world.Engine.WhenIdle();
        await world.BeginAsync(
            CallNamed("forgotten"), new ExecutionReference(TestEngine.ExecutionArn("forgotten"), Now(world)));
        world.Engine.Time.Advance(SettlementWorld.SettleAfter + Second);
        await AddAsync(world, "young", seconds: 3600);
        await world.Engine.StopAsync("young");

        var summary = await world.SweepAsync();

        Assert.Equal(new SettlementSummary(4, 1, 0), summary);
        Assert.Equal(
            ["IN_PROGRESS", "FAILED", "FAILED", "FAILED", "FAILED", "IN_PROGRESS"],
            await StatusesAsync(world, "runs", "stopped", "succeeded", "broke", "forgotten", "young"));
        Assert.Equal("Stopped", await ErrorAsync(world, "stopped"));
        Assert.Equal("ResultsNotRecorded", await ErrorAsync(world, "succeeded"));
        Assert.Equal("States.Runtime", await ErrorAsync(world, "broke"));
        Assert.Equal("ExecutionDoesNotExist", await ErrorAsync(world, "forgotten"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task One_is_asked_after_only_past_its_time(int millisecondsOver, bool settled)
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await AddAsync(world, "stopped", seconds: 3600);
        await world.Engine.StopAsync("stopped");
        world.Engine.Time.Advance(SettlementWorld.SettleAfter + TimeSpan.FromMilliseconds(millisecondsOver));

        var summary = await world.SweepAsync();

        Assert.Equal(settled ? 1 : 0, summary.Settled);
    }

    [Fact]
    public async Task A_sweep_tells_how_many_and_how_old_as_metrics()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.SweepAsync();
        await AddAsync(world, "stopped", seconds: 3600);
        await world.Engine.StopAsync("stopped");
        world.Engine.Time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(world, "runs", seconds: 3600);
        world.Engine.Time.Advance(TimeSpan.FromMinutes(20));

        await world.SweepAsync();

        Assert.Equal(
            [
                """{"CallsSettled":0,"OldestInProgressSeconds":0}""",
                """{"CallsSettled":1,"OldestInProgressSeconds":1200}""",
            ],
            world.Metrics);
        Assert.Equal(
            """{"_aws":{"Timestamp":1772366400000,"CloudWatchMetrics":["""
                + """{"Namespace":"CallRecording","Dimensions":[[]],"""
            + """ "Metrics":[{"Name":"CallsSettled","Unit":"Count"},""".TrimStart()
            + """{"Name":"OldestInProgressSeconds","Unit":"Seconds"}]}]},"CallsSettled":0"""
            + ""","OldestInProgressSeconds":0}""",
            world.MetricLines.Split('\n')[0].TrimEnd());
    }

    [Fact]
    public async Task One_that_cannot_be_asked_after_keeps_no_other_waiting_and_is_told()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(CallNamed("odd"), new ExecutionReference("no-arn", Now(world)));
        await AddGoneAsync(world, 2);
        var invocation = new TestInvocation();

        var problem = await Assert.ThrowsAsync<SweepIncompleteException>(() => world.SweepAsync(invocation));

        Assert.StartsWith("1 of 3 calls could not be settled", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["IN_PROGRESS", "FAILED", "FAILED"], await StatusesAsync(world, "odd", "gone-0", "gone-1"));
        Assert.Contains(invocation.Log.Lines, line => line.StartsWith("Error | ", StringComparison.Ordinal));
        Assert.Equal("""{"CallsSettled":2,"OldestInProgressSeconds":902}""", Assert.Single(world.Metrics));
    }

    [Fact]
    public async Task A_place_from_when_calls_were_settled_sooner_is_no_obstacle()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await AddGoneAsync(world, 2);
        var place = new SweepCheckpoint(world.Table.DynamoDb, world.Table.Name);
        await place.SaveAsync(
            new(new(TestCalls.Hash, 1), ItemTime.Of(world.Engine.Time.GetUtcNow())),
            TestContext.Current.CancellationToken);

        Assert.Equal(new SettlementSummary(2, 0, 0), await world.SweepAsync());
    }
}
