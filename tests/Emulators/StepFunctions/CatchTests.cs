using static CallRecording.Tests.Emulators.StepFunctions.Asl;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class CatchTests
{
    [Theory]
    [InlineData("States.TaskFailed", "E", true)]
    [InlineData("States.ALL", "E", true)]
    [InlineData("E", "E", true)]
    [InlineData("F", "E", false)]
    [InlineData("States.ALL", "States.Runtime", false)]
    [InlineData("States.Runtime", "States.Runtime", false)]
    [InlineData("States.TaskFailed", "States.Runtime", false)]
    [InlineData("States.ALL", "States.DataLimitExceeded", false)]
    [InlineData("States.TaskFailed", "States.DataLimitExceeded", false)]
    [InlineData("States.DataLimitExceeded", "States.DataLimitExceeded", true)]
    public async Task Wildcards_catch_what_AWS_lets_them_catch(string name, string error, bool isCaught)
    {
        var functions = new ScriptedFunctions().Throws("f", error);
        await using var engine = await TestEngine.OpenAsync(CaughtTask($"\"{name}\""), functions);

        var execution = await engine.RunAsync();

        Assert.Equal(isCaught ? "SUCCEEDED" : "FAILED", execution.Text("status"));
    }

    [Theory]
    [InlineData("States.Timeout", true)]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", false)]
    public async Task A_timeout_is_caught_by_its_name_and_by_all_but_is_no_failed_task(string name, bool isCaught)
    {
        var functions = new ScriptedFunctions().Hangs("f");
        await using var engine = await TestEngine.OpenAsync(
            CaughtTask($"\"{name}\"", "\"TimeoutSeconds\":5,"), functions);
        await engine.StartAsync("run");
        await functions.Hanging;
        engine.Time.SkipToNext();

        var execution = await engine.EndAsync();

        Assert.Equal(isCaught ? "SUCCEEDED" : "FAILED", execution.Text("status"));
        if (isCaught)
        {
            AssertJson("""{"Error":"States.Timeout","Cause":""}""", execution.Parsed("output"));
        }
    }

    [Fact]
    public async Task A_catch_puts_the_error_into_the_input_and_exits_the_task()
    {
        var functions = new ScriptedFunctions().Throws("f", "E", "No.");
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},
                    "Catch":[{"ErrorEquals":["D"],"Next":"C"},
                        {"ErrorEquals":["E"],"ResultPath":"$.failed.A","Next":"B"}],"Next":"C"},
                "B": {"Type":"Succeed"},
                "C": {"Type":"Succeed"}
                """),
            functions);

        var execution = await engine.RunAsync("""{"a":1}""");

        AssertJson(
            """{"a":1,"failed":{"A":{"Error":"E","Cause":"{\"errorType\":\"E\",\"errorMessage\":\"No.\"}"}}}""",
            execution.Parsed("output"));
        Assert.Equal(
            ["TaskFailed", "TaskStateExited", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"],
            (await engine.TypesAsync()).Skip(4));
    }
}
