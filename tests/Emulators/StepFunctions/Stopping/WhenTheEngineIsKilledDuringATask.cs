using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions.Stopping;

/// <summary>The task is invoked again, as the service would have gone on with it.</summary>
public sealed class WhenTheEngineIsKilledDuringATask
{
    private readonly SkippedTime time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_running_task_is_invoked_again_with_its_request_id_and_uses_up_no_retry()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Hangs("f").Throws("f", "E").Returns("f", "1");
        var definition = OneTask("""
            "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":2,"MaxAttempts":1}],
            """);
        await KillWhileRunningAsync(definition, functions, database);

        await using var engine = await TestEngine.OpenAsync(definition, functions, database, time);
        await engine.ResumeAsync();
        var execution = await engine.EndAsync();

        Assert.Equal("1", execution.Text("output"));
        Assert.Equal(
            ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed", "TaskScheduled", "TaskStarted",
                "TaskSucceeded", "TaskStateExited"],
            (await engine.TypesAsync()).Skip(1).SkipLast(1));
        Assert.Equal(functions.RequestIds[0], functions.RequestIds[1]);
        Assert.NotEqual(functions.RequestIds[1], functions.RequestIds[2]);
        Assert.All(functions.RequestIds, id => Assert.True(Guid.TryParse(id, out _), id));
    }

    [Fact]
    public async Task A_running_task_without_a_retry_is_invoked_again()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Hangs("f").Returns("f", "1");
        await KillWhileRunningAsync(OneTask(), functions, database);

        await using var engine = await TestEngine.OpenAsync(OneTask(), functions, database, time);
        await engine.ResumeAsync();
        var execution = await engine.EndAsync();

        Assert.Equal("1", execution.Text("output"));
        Assert.Single(functions.RequestIds.Distinct());
    }

    [Fact]
    public async Task A_running_task_has_its_whole_time_again_after_the_restart()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Hangs("f");
        var definition = OneTask("\"TimeoutSeconds\":30,");
        await KillWhileRunningAsync(definition, functions, database);
        functions.ForgetHanging();
        time.Advance(TimeSpan.FromMinutes(10));
        var restart = time.GetUtcNow();

        await using var engine = await TestEngine.OpenAsync(definition, functions, database, time);
        await engine.ResumeAsync();
        await functions.Hanging;
        Assert.True(time.SkipToNext(), "the task's timeout");
        var execution = await engine.EndAsync();

        Assert.Equal("States.Timeout", execution.Text("error"));
        Assert.Equal(TimeSpan.FromSeconds(30), time.GetUtcNow() - restart);
    }

    [Fact]
    public async Task A_redrive_has_another_request_id()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Returns("f", "1");
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions, time: time);
        await engine.RunAsync();

        await engine.RerunAsync();

        Assert.Equal(2, functions.RequestIds.Distinct().Count());
    }

    [Fact]
    public async Task A_task_that_was_only_scheduled_is_invoked()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Hangs("f").Returns("f", "1");
        await KillWhileRunningAsync(OneTask(), functions, database);
        database.Execute("""
            DELETE FROM history WHERE type = 'TaskStarted';
            UPDATE execution SET phase = 'Scheduled', events = 3, previous_event = 3;
            """);

        await using var engine = await TestEngine.OpenAsync(OneTask(), functions, database, time);
        await engine.ResumeAsync();
        var execution = await engine.EndAsync();

        Assert.Equal("1", execution.Text("output"));
        Assert.Equal(
            ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited"],
            (await engine.TypesAsync()).Skip(1).SkipLast(1));
    }

    private async Task KillWhileRunningAsync(string definition, ScriptedFunctions functions, TestDatabase database)
    {
        await using var killed = await TestEngine.OpenAsync(definition, functions, database, time);
        await killed.StartAsync("run");
        await functions.Hanging;
    }
}
