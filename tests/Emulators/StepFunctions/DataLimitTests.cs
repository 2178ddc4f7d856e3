using System.Text.Json;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class DataLimitTests
{
    private const int Limit = 262_144;

    [Fact]
    public async Task An_input_of_the_limit_goes_through_and_one_byte_more_does_not()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(""" "A": {"Type":"Pass","End":true} """));

        var execution = await engine.RunAsync(Text(Limit));

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal("InvalidExecutionInput", await engine.ErrorAsync("StartExecution", new()
        {
            ["stateMachineArn"] = TestEngine.MachineArn,
            ["input"] = Text(Limit + 1),
        }));
    }

    [Fact]
    public async Task Bytes_are_counted_not_characters()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(""" "A": {"Type":"Pass","End":true} """));

        Assert.Equal("InvalidExecutionInput", await engine.ErrorAsync("StartExecution", new()
        {
            ["stateMachineArn"] = TestEngine.MachineArn,
            ["input"] = "\"" + new string('ü', Limit / 2) + "\"",
        }));
    }

    [Fact]
    public async Task A_state_that_makes_too_much_fails_the_execution()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Parameters":{"a.$":"$","b.$":"$"},"End":true}
            """));

        var execution = await engine.RunAsync(Text(Limit / 2));

        Assert.Equal("States.DataLimitExceeded", execution.Text("error"));
        Assert.Equal(
            "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.",
            execution.Text("cause"));
        Assert.Equal(["ExecutionStarted", "PassStateEntered", "ExecutionFailed"], await engine.TypesAsync());
    }

    [Theory]
    [InlineData("\"States.ALL\"", "FAILED")]
    [InlineData("\"States.DataLimitExceeded\"", "SUCCEEDED")]
    public async Task A_result_that_is_too_large_fails_the_task_and_is_caught_by_name_only(string errors, string status)
    {
        var functions = new ScriptedFunctions().Returns("f", Text(Limit));
        await using var engine = await TestEngine.OpenAsync(CaughtTask(errors), functions);

        var execution = await engine.RunAsync();

        Assert.Equal(status, execution.Text("status"));
        var failure = (await engine.HistoryAsync()).OfType("TaskFailed").Single()["taskFailedEventDetails"];
        Assert.Equal("States.DataLimitExceeded", failure.Text("error"));
    }

    [Fact]
    public async Task A_history_ends_with_its_25000th_event()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Next":"B"},
            "B": {"Type":"Choice","Choices":[{"Variable":"$.never","IsPresent":true,"Next":"C"}],"Default":"A"},
            "C": {"Type":"Succeed"}
            """));

        var execution = await engine.RunAsync();

        Assert.Equal("States.Runtime", execution.Text("error"));
        Assert.Equal("The execution reached the maximum number of history events (25000).", execution.Text("cause"));
        Assert.Equal("NOT_REDRIVABLE", execution.Text("redriveStatus"));
        Assert.Equal("Execution history event limit exceeded", execution.Text("redriveStatusReason"));
        var history = await engine.HistoryAsync();
        Assert.Equal(25_000, history.Count);
        Assert.Equal("ExecutionFailed", history[^1].Text("type"));
    }

    /// <summary>A JSON string of that many bytes, quotes included.</summary>
    private static string Text(int bytes) => JsonSerializer.Serialize(new string('x', bytes - 2));
}
