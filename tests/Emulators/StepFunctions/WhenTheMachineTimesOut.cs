using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class WhenTheMachineTimesOut
{
    private const string Limit = "\"TimeoutSeconds\":60,";

    [Fact]
    public async Task A_wait_ends_at_the_deadline_whatever_the_speed()
    {
        await using var engine = await TestEngine.OpenAsync(
            Machine(""" "A": {"Type":"Wait","Seconds":700,"End":true} """, Limit),
            configure: options => options with { Speed = 10 });
        var start = engine.Time.GetUtcNow();

        var execution = await engine.RunAsync();

        Assert.Equal("TIMED_OUT", execution.Text("status"));
        Assert.Equal("States.Timeout", execution.Text("error"));
        Assert.Equal(TimeSpan.FromSeconds(60), engine.Time.GetUtcNow() - start);
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "ExecutionTimedOut"], await engine.TypesAsync());
    }

    [Fact]
    public async Task A_running_task_ends_at_the_deadline_and_nothing_catches_it()
    {
        var functions = new ScriptedFunctions().Hangs("f");
        await using var engine = await TestEngine.OpenAsync(
            CaughtTask("\"States.ALL\"", "\"TimeoutSeconds\":61,")
                .Replace("{\"StartAt\"", "{" + Limit + "\"StartAt\"", StringComparison.Ordinal),
            functions);
        await engine.StartAsync("run");
        await functions.Hanging;
        engine.Time.SkipToNext();

        var execution = await engine.EndAsync();

        Assert.Equal("TIMED_OUT", execution.Text("status"));
        Assert.Equal("ExecutionTimedOut", (await engine.TypesAsync())[^1]);
        Assert.DoesNotContain("TaskTimedOut", await engine.TypesAsync());
    }

    [Fact]
    public async Task A_redrive_gives_it_the_whole_time_again()
    {
        await using var engine = await TestEngine.OpenAsync(
            Machine(
                """ "A": {"Type":"Wait","Seconds":50,"Next":"B"}, "B": {"Type":"Wait","Seconds":50,"End":true} """,
                Limit));
        await engine.RunAsync();
        var redriven = engine.Time.GetUtcNow();

        var execution = await engine.RerunAsync();

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(TimeSpan.FromSeconds(50), engine.Time.GetUtcNow() - redriven);
    }
}
