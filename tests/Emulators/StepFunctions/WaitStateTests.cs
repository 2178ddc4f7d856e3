using CallRecording.Emulators.StepFunctions;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class WaitStateTests
{
    [Theory]
    [InlineData("\"Seconds\":30", 1, 30)]
    [InlineData("\"SecondsPath\":\"$.wait\"", 1, 90)]
    [InlineData("\"SecondsPath\":\"$.wait\"", 60, 1.5)]
    [InlineData("\"Seconds\":0", 1, 0)]
    public async Task It_waits_that_long_divided_by_the_speed(string field, double speed, double expectedSeconds)
    {
        await using var engine = await TestEngine.OpenAsync(
            Machine($$""" "A": {"Type":"Wait",{{field}},"End":true} """),
            configure: options => options with { Speed = speed });
        var start = engine.Time.GetUtcNow();

        await engine.RunAsync("""{"wait":90}""");

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), engine.Time.GetUtcNow() - start);
        Assert.Equal(
            ["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"],
            await engine.TypesAsync());
    }

    [Theory]
    [InlineData("null", "The SecondsPath parameter cannot be parsed as a long value: $.wait == null")]
    [InlineData("1.5", "The SecondsPath parameter cannot be parsed as a long value: $.wait == 1.5")]
    [InlineData("\"1\"", "The SecondsPath parameter cannot be parsed as a long value: $.wait == \"1\"")]
    [InlineData("-1", "The SecondsPath parameter references a negative value: $.wait == -1")]
    public async Task A_value_that_is_no_time_fails_the_execution(string value, string cause)
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Wait","SecondsPath":"$.wait","End":true}
            """));

        var execution = await engine.RunAsync($$"""{"wait":{{value}}}""");

        Assert.Equal("States.Runtime", execution.Text("error"));
        Assert.EndsWith(cause, execution.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_value_fails_the_execution()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Wait","SecondsPath":"$.wait","End":true}
            """));

        var execution = await engine.RunAsync();

        Assert.EndsWith(
            "The SecondsPath parameter does not reference an input value: $.wait",
            execution.Text("cause"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_of_months_is_waited_in_full()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Wait","Seconds":8640000,"End":true}
            """));
        var start = engine.Time.GetUtcNow();

        var execution = await engine.RunAsync();

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(TimeSpan.FromDays(100), engine.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_thousand_executions_wait_side_by_side()
    {
        const int Count = 1_000;
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Wait","Seconds":60,"End":true}
            """));
        await Task.WhenAll(Enumerable.Range(0, Count).Select(number => engine.StartAsync($"run-{number}")));
        await engine.WhenIdle();

        engine.Time.Advance(TimeSpan.FromSeconds(60));
        await engine.WhenIdle();

        Assert.Equal(Count, engine.News.Count(item => item.Kind == ExecutionEventKind.Succeeded));
    }
}
