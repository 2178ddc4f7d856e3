using static CallRecording.Tests.Emulators.StepFunctions.Asl;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class TaskStateTests
{
    [Fact]
    public async Task It_invokes_the_function_with_the_payload_and_ends_with_its_result()
    {
        var functions = new ScriptedFunctions().Returns("f", """{"x":1}""");
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);

        var execution = await engine.RunAsync("""{"a":"b"}""");

        Assert.Equal([("f", """{"a":"b"}""")], functions.Calls);
        Assert.Equal("""{"x":1}""", execution.Text("output"));
    }

    [Fact]
    public async Task Its_events_say_what_was_asked_and_answered()
    {
        var functions = new ScriptedFunctions().Returns("f", """{"x":1}""");
        await using var engine = await TestEngine.OpenAsync(OneTask("\"TimeoutSeconds\":9,"), functions);

        await engine.RunAsync("""{"a":"b"}""");

        var history = await engine.HistoryAsync();
        AssertJson(
            """
            {"resourceType":"lambda","resource":"invoke","region":"us-east-1","timeoutInSeconds":9,
             "parameters":"{\"FunctionName\":\"f\",\"Payload\":{\"a\":\"b\"}}"}
            """,
            history[2]["taskScheduledEventDetails"]);
        AssertJson("""{"resourceType":"lambda","resource":"invoke"}""", history[3]["taskStartedEventDetails"]);
        var result = history[4]["taskSucceededEventDetails"]!.Parsed("output")!;
        Assert.Equal("$LATEST", result.Text("ExecutedVersion"));
        Assert.Equal(200, result["StatusCode"]!.GetValue<int>());
        AssertJson("""{"x":1}""", result["Payload"]);
        AssertJson(
            """{"name":"A","output":"{\"x\":1}","outputDetails":{"truncated":false}}""",
            history[5]["stateExitedEventDetails"]);
    }

    [Fact]
    public async Task Selector_and_result_path_put_the_result_into_the_raw_input()
    {
        var functions = new ScriptedFunctions().Returns("f", """{"x":1}""");
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","InputPath":"$.in",
                    "Parameters":{"FunctionName.$":"$.name"},
                    "ResultSelector":{"value.$":"$.Payload.x","state.$":"$$.State.Name"},
                    "ResultPath":"$.out.f","End":true}
                """),
            functions);

        var execution = await engine.RunAsync("""{"in":{"name":"f"}}""");

        AssertJson("""{"in":{"name":"f"},"out":{"f":{"value":1,"state":"A"}}}""", execution.Parsed("output"));
        Assert.Equal([("f", "{}")], functions.Calls);
    }

    [Fact]
    public async Task A_function_that_throws_fails_it_with_the_exceptions_name_and_the_whole_payload()
    {
        var functions = new ScriptedFunctions().Throws("f", "BrokenException", "No.");
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);

        var execution = await engine.RunAsync();

        Assert.Equal("BrokenException", execution.Text("error"));
        Assert.Equal("""{"errorType":"BrokenException","errorMessage":"No."}""", execution.Text("cause"));
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed", "ExecutionFailed"],
            await engine.TypesAsync());
    }

    [Fact]
    public async Task An_error_without_a_type_is_unknown()
    {
        var functions = new ScriptedFunctions().On(
            "f", _ => Task.FromResult(ScriptedFunctions.Response("""{"errorMessage":"Gone."}""", "Unhandled")));
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);

        var execution = await engine.RunAsync();

        Assert.Equal("Lambda.Unknown", execution.Text("error"));
        Assert.EndsWith(
            """Returned payload: {"errorMessage":"Gone."}""", execution.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_by_Lambda_has_its_prefix_and_its_status()
    {
        var functions = new ScriptedFunctions().IsRefused("f", "TooManyRequestsException", 429);
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);

        var execution = await engine.RunAsync();

        Assert.Equal("Lambda.TooManyRequestsException", execution.Text("error"));
        Assert.StartsWith(
            "Rate exceeded. (Service: AWSLambda; Status Code: 429;", execution.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_errors_and_causes_are_cut()
    {
        var functions = new ScriptedFunctions().Throws("f", new string('E', 300), new string('c', 40_000));
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);

        var execution = await engine.RunAsync();

        Assert.Equal(256, execution.Text("error")!.Length);
        Assert.Equal(32_768, execution.Text("cause")!.Length);
    }

    [Fact]
    public async Task Its_timeout_counts_from_the_start_and_has_no_cause()
    {
        var functions = new ScriptedFunctions().Hangs("f");
        await using var engine = await TestEngine.OpenAsync(OneTask("\"TimeoutSeconds\":9,"), functions);
        var start = engine.Time.GetUtcNow();
        await engine.StartAsync("run");
        await functions.Hanging;

        engine.Time.SkipToNext();
        var execution = await engine.EndAsync();

        Assert.Equal(TimeSpan.FromSeconds(9), engine.Time.GetUtcNow() - start);
        Assert.Equal("States.Timeout", execution.Text("error"));
        Assert.Null(execution.Text("cause"));
        AssertJson(
            """{"resourceType":"lambda","resource":"invoke","error":"States.Timeout"}""",
            (await engine.HistoryAsync()).OfType("TaskTimedOut").Single()["taskTimedOutEventDetails"]);
    }

    [Fact]
    public async Task A_missing_parameter_fails_it_before_anything_is_scheduled()
    {
        var functions = new ScriptedFunctions();
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                    "Parameters":{"FunctionName":"f","Payload":{"x.$":"$.x"}},
                    "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"Next":"B"},
                "B": {"Type":"Succeed"}
                """),
            functions);

        var execution = await engine.RunAsync();

        Assert.Equal("States.Runtime", execution.Text("error"));
        Assert.Empty(functions.Calls);
        Assert.Equal(["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"], await engine.TypesAsync());
    }
}
