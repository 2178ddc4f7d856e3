using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions.Stopping;

/// <summary>
/// An engine without any grace leaves the same file behind as one that was killed: it writes nothing when it stops.
/// </summary>
public sealed class WhenTheEngineIsKilled
{
    private readonly SkippedTime time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(25, 60)]
    [InlineData(90, 90)]
    public async Task A_wait_ends_when_it_was_due(int secondsUntilRestart, int secondsUntilEnd)
    {
        using var database = new TestDatabase();
        var definition = Machine(""" "A": {"Type":"Wait","Seconds":60,"End":true} """);
        var start = time.GetUtcNow();
        await using (var killed = await TestEngine.OpenAsync(definition, null, database, time))
        {
            await killed.StartAsync("run");
            await killed.WhenIdle();
        }

        time.Advance(TimeSpan.FromSeconds(secondsUntilRestart));
        await using var engine = await TestEngine.OpenAsync(definition, null, database, time);
        await engine.ResumeAsync();
        var execution = await engine.EndAsync();

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(TimeSpan.FromSeconds(secondsUntilEnd), time.GetUtcNow() - start);
        Assert.Equal(
            ["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"],
            await engine.TypesAsync());
    }

    [Fact]
    public async Task A_retry_comes_when_it_was_due_and_keeps_its_count()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Throws("f", "E");
        var definition = OneTask("""
            "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":10,"BackoffRate":2,"MaxAttempts":2}],
            """);
        var start = time.GetUtcNow();
        await using (var killed = await TestEngine.OpenAsync(definition, functions, database, time))
        {
            await killed.StartAsync("run");
            await killed.WhenIdle();
        }

        time.Advance(TimeSpan.FromSeconds(4));
        await using var engine = await TestEngine.OpenAsync(definition, functions, database, time);
        await engine.ResumeAsync();
        var execution = await engine.EndAsync();

        Assert.Equal("E", execution.Text("error"));
        Assert.Equal(3, functions.Calls.Count);
        Assert.Equal(TimeSpan.FromSeconds(10 + 20), time.GetUtcNow() - start);
    }

    [Fact]
    public async Task What_has_ended_stays_as_it_was()
    {
        using var database = new TestDatabase();
        var definition = Machine(""" "A": {"Type":"Pass","End":true} """);
        string before;
        await using (var killed = await TestEngine.OpenAsync(definition, null, database, time))
        {
            before = (await killed.RunAsync("""{"a":1}""")).ToJsonString();
        }

        await using var engine = await TestEngine.OpenAsync(definition, null, database, time);
        await engine.ResumeAsync();
        await engine.WhenIdle();

        Assert.Equal(before, (await engine.DescribeAsync("run")).ToJsonString());
        Assert.Equal("ExecutionAlreadyExists", await engine.ErrorAsync("StartExecution", new()
        {
            ["stateMachineArn"] = TestEngine.MachineArn,
            ["name"] = "run",
        }));
    }

    [Fact]
    public async Task An_execution_can_be_stopped_before_it_was_resumed()
    {
        using var database = new TestDatabase();
        var definition = Machine(""" "A": {"Type":"Wait","Seconds":60,"End":true} """);
        await using (var killed = await TestEngine.OpenAsync(definition, null, database, time))
        {
            await killed.StartAsync("run");
        }

        await using var engine = await TestEngine.OpenAsync(definition, null, database, time);

        await engine.StopAsync("run");
        await engine.ResumeAsync();

        Assert.Equal("ABORTED", (await engine.EndAsync()).Text("status"));
    }
}
