using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class RedriveTests
{
    private const string WaitThenEnd = """ "A": {"Type":"Wait","Seconds":60,"Next":"B"}, "B": {"Type":"Succeed"} """;

    [Fact]
    public async Task A_task_gets_all_its_retries_again()
    {
        var functions = new ScriptedFunctions().Throws("f", "E");
        await using var engine = await TestEngine.OpenAsync(
            OneTask("""
                "Retry":[{"ErrorEquals":["E"],"MaxAttempts":2}],
                """),
            functions);

        await engine.RunAsync();
        var redriven = await engine.RerunAsync();

        Assert.Equal("FAILED", redriven.Text("status"));
        Assert.Equal(6, functions.Calls.Count);
        Assert.Equal(
            ["ExecutionRedriven", "TaskScheduled", "TaskStarted", "TaskFailed"],
            (await engine.TypesAsync()).Skip(12).Take(4));
    }

    [Fact]
    public async Task A_stopped_wait_starts_over_in_full()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(WaitThenEnd));
        await engine.StartAsync("run");
        await engine.WhenIdle();
        engine.Time.Advance(TimeSpan.FromSeconds(59));
        await engine.StopAsync("run");
        var redriven = engine.Time.GetUtcNow();

        var execution = await engine.RerunAsync();

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(TimeSpan.FromSeconds(60), engine.Time.GetUtcNow() - redriven);
        Assert.Equal(
            [
                "ExecutionStarted", "WaitStateEntered", "WaitStateAborted", "ExecutionAborted", "ExecutionRedriven",
                "WaitStateExited", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded",
            ],
            await engine.TypesAsync());
        var exit = (await engine.HistoryAsync()).OfType("WaitStateExited").Single();
        Assert.Equal(2, exit["previousEventId"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_choice_is_evaluated_again()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Choice","Choices":[{"Variable":"$$.Execution.RedriveCount","NumericEquals":1,"Next":"B"}]},
            "B": {"Type":"Succeed"}
            """));

        var failed = await engine.RunAsync();
        var redriven = await engine.RerunAsync();

        Assert.Equal("States.Runtime", failed.Text("error"));
        Assert.Equal("SUCCEEDED", redriven.Text("status"));
        Assert.Equal(["A", "B"], await engine.EnteredAsync());
    }

    [Fact]
    public async Task A_fail_state_is_entered_again_and_fails_again()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(""" "A": {"Type":"Fail","Error":"E"} """));

        await engine.RunAsync();
        var redriven = await engine.RerunAsync();

        Assert.Equal("E", redriven.Text("error"));
        Assert.Equal(
            [
                "ExecutionStarted", "FailStateEntered", "ExecutionFailed",
                "ExecutionRedriven", "FailStateEntered", "ExecutionFailed",
            ],
            await engine.TypesAsync());
    }

    [Fact]
    public async Task A_stopped_task_is_scheduled_again_and_what_the_old_attempt_answers_is_lost()
    {
        var answer = new TaskCompletionSource<CallRecording.Emulators.Lambda.FunctionResponse>();
        var asked = new TaskCompletionSource();
        var functions = new ScriptedFunctions()
            .On("f", _ =>
            {
                asked.SetResult();
                return answer.Task;
            })
            .Returns("f", "2");
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions);
        await engine.StartAsync("run");
        await asked.Task;
        await engine.StopAsync("run");

        await engine.RedriveAsync("run");
        answer.SetResult(ScriptedFunctions.Response("1"));
        var execution = await engine.EndAsync();

        Assert.Equal("2", execution.Text("output"));
        Assert.Equal(
            [
                "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskStateAborted",
                "ExecutionAborted", "ExecutionRedriven", "TaskScheduled", "TaskStarted", "TaskSucceeded",
                "TaskStateExited", "ExecutionSucceeded",
            ],
            await engine.TypesAsync());
    }

    [Fact]
    public async Task Only_what_ended_without_success_is_redrivable()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(WaitThenEnd));
        await engine.StartAsync("run");

        var running = await engine.DescribeAsync("run");
        var whileRunning = await engine.ErrorAsync("RedriveExecution", Arn());
        var ended = await engine.EndAsync();
        var afterwards = await engine.SendAsync("RedriveExecution", Arn());

        Assert.Equal("Execution is RUNNING and cannot be redriven", running.Text("redriveStatusReason"));
        Assert.Equal("NOT_REDRIVABLE", running.Text("redriveStatus"));
        Assert.Equal("ExecutionNotRedrivable", whileRunning);
        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", ended.Text("redriveStatusReason"));
        Assert.Equal((400, "ExecutionNotRedrivable"), (afterwards.Status, afterwards.Body.Text("__type")));
        Assert.StartsWith(
            "Execution is SUCCEEDED and cannot be redriven", afterwards.Body.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, "REDRIVABLE")]
    [InlineData(15, "NOT_REDRIVABLE")]
    public async Task The_period_is_fourteen_days_from_the_end(int days, string status)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(""" "A": {"Type":"Fail"} """));
        await engine.RunAsync();
        engine.Time.Advance(TimeSpan.FromDays(days));

        var execution = await engine.DescribeAsync("run");

        Assert.Equal(status, execution.Text("redriveStatus"));
        Assert.Equal(days > 14 ? "Execution redrivable period exceeded" : null, execution.Text("redriveStatusReason"));
    }

    [Fact]
    public async Task A_client_token_redrives_once_within_fifteen_minutes()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(""" "A": {"Type":"Fail"} """));
        await engine.RunAsync();
        var request = Arn();
        request["clientToken"] = "t-1";

        var first = await engine.CallAsync("RedriveExecution", request);
        await engine.EndAsync();
        engine.Time.Advance(TimeSpan.FromMinutes(15));
        var second = await engine.CallAsync("RedriveExecution", request);
        var countWithin = (await engine.DescribeAsync("run"))["redriveCount"]!.GetValue<int>();
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await engine.CallAsync("RedriveExecution", request);
        var countAfterwards = (await engine.EndAsync())["redriveCount"]!.GetValue<int>();

        Assert.Equal(first["redriveDate"]!.GetValue<double>(), second["redriveDate"]!.GetValue<double>());
        Assert.Equal((1, 2), (countWithin, countAfterwards));
    }

    [Fact]
    public async Task It_keeps_the_definition_the_execution_was_started_with()
    {
        using var database = new TestDatabase();
        var functions = new ScriptedFunctions().Throws("f", "E").Returns("f", "1");
        await using (var old = await TestEngine.OpenAsync(OneTask(), functions, database))
        {
            await old.RunAsync();
        }

        await using var engine = await TestEngine.OpenAsync(
            """{"StartAt":"Z","States":{"Z":{"Type":"Succeed"}}}""", functions, database);

        var execution = await engine.RerunAsync();

        Assert.Equal("1", execution.Text("output"));
        Assert.Equal(OneTask(), (await engine.CallAsync("DescribeStateMachineForExecution", Arn())).Text("definition"));
        Assert.Contains(
            "\"Z\"",
            (await engine.CallAsync("DescribeStateMachine", new() { ["stateMachineArn"] = TestEngine.MachineArn }))
                .Text("definition"),
            StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Arn() =>
        new() { ["executionArn"] = TestEngine.ExecutionArn("run") };
}
