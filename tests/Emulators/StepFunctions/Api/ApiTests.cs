using System.Text.Json.Nodes;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions.Api;

public sealed class ApiTests
{
    private const string Pass = """ "A": {"Type":"Pass","Next":"B"}, "B": {"Type":"Wait","Seconds":5,"End":true} """;

    [Fact]
    public async Task An_execution_is_described_in_full()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));

        var execution = await engine.RunAsync("""{ "a": 1 }""");

        AssertJson(
            $$"""
            {"executionArn":"{{TestEngine.ExecutionArn("run")}}","stateMachineArn":"{{TestEngine.MachineArn}}",
             "name":"run","status":"SUCCEEDED","startDate":1772366400,"stopDate":1772366405,
             "input":"{ \"a\": 1 }","inputDetails":{"included":true},
             "output":"{\"a\":1}","outputDetails":{"included":true},
             "redriveCount":0,"redriveStatus":"NOT_REDRIVABLE",
             "redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}
            """,
            execution);
    }

    [Fact]
    public async Task A_history_can_be_read_backwards_and_in_pages()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));
        await engine.RunAsync();
        var forwards = await PagesAsync(engine, 1000, false);

        Assert.Equal([1, 2, 3, 4, 5, 6], forwards);
        Assert.Equal(forwards, await PagesAsync(engine, 4, false));
        Assert.Equal(forwards, await PagesAsync(engine, 3, false));
        Assert.Equal([6, 5, 4, 3, 2, 1], await PagesAsync(engine, 4, true));
    }

    [Fact]
    public async Task A_history_can_be_read_without_its_data()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));
        await engine.RunAsync("""{"secret":1}""");

        var answer = await engine.CallAsync("GetExecutionHistory", new()
        {
            ["executionArn"] = TestEngine.ExecutionArn("run"),
            ["includeExecutionData"] = false,
        });

        Assert.DoesNotContain("secret", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("A", answer["events"]![1]!["stateEnteredEventDetails"].Text("name"));
        Assert.Contains("secret", (await engine.HistoryAsync())[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_event_holds_the_input_and_the_role()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));
        await engine.RunAsync("""{"a":1}""");

        AssertJson(
            $$"""
            {"timestamp":1772366400,"type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":
                {"input":"{\"a\":1}","inputDetails":{"truncated":false},"roleArn":"{{TestEngine.RoleArn}}"} }
            """,
            (await engine.HistoryAsync())[0]);
    }

    [Fact]
    public async Task A_stop_aborts_with_error_and_cause_once()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));
        await engine.StartAsync("run");
        await engine.WhenIdle();

        var first = await engine.StopAsync("run");
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await engine.StopAsync("run", "Other");

        var execution = await engine.EndAsync();
        Assert.Equal(
            ("ABORTED", "Stopped", "By hand."),
            (execution.Text("status"), execution.Text("error"), execution.Text("cause")));
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal("ExecutionAborted", (await engine.TypesAsync())[^1]);
    }

    [Fact]
    public async Task The_machine_is_described_and_listed()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));

        var machine = await engine.CallAsync(
            "DescribeStateMachine", new() { ["stateMachineArn"] = TestEngine.MachineArn });
        var list = await engine.CallAsync("ListStateMachines", []);

        Assert.Equal(
            (Machine(Pass), "machine", "STANDARD", "ACTIVE", TestEngine.RoleArn),
            (machine.Text("definition"), machine.Text("name"), machine.Text("type"), machine.Text("status"),
                machine.Text("roleArn")));
        Assert.Equal(TestEngine.MachineArn, list["stateMachines"]!.AsArray().Single().Text("stateMachineArn"));
    }

    [Theory]
    [InlineData("DescribeExecution")]
    [InlineData("GetExecutionHistory")]
    [InlineData("StopExecution")]
    [InlineData("RedriveExecution")]
    [InlineData("DescribeStateMachineForExecution")]
    public async Task An_execution_that_is_not_there_is_said_so(string operation)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));

        async Task<string> ErrorFor(string? arn) =>
            await engine.ErrorAsync(operation, new() { ["executionArn"] = arn });

        Assert.Equal("ExecutionDoesNotExist", await ErrorFor(TestEngine.ExecutionArn("none")));
        Assert.Equal(
            "ExecutionDoesNotExist",
            await ErrorFor(TestEngine.ExecutionArn("none").Replace("machine", "other", StringComparison.Ordinal)));
        Assert.Equal("InvalidArn", await ErrorFor(TestEngine.MachineArn));
        Assert.Equal("InvalidArn", await ErrorFor("none"));
        Assert.Equal("ValidationException", await ErrorFor(null));
    }

    [Fact]
    public async Task An_operation_that_is_not_served_is_said_so()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Pass));

        Assert.Equal("UnknownOperationException", await engine.ErrorAsync("CreateStateMachine", []));
    }

    [Fact]
    public async Task Every_change_is_told_in_order()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Throws("f", "D").Returns("f", "1");
        await using var engine = await TestEngine.OpenAsync(
            OneTask("""
                "Retry":[{"ErrorEquals":["E"]}],
                """),
            functions);

        await engine.RunAsync();
        await engine.RerunAsync();

        Assert.Equal(
            ["Started A ", "Entered A ", "Retried A E", "Failed A D", "Redriven A ", "Succeeded A "],
            engine.News.Select(item => $"{item.Kind} {item.State} {item.Error}"));
    }

    private static async Task<IReadOnlyList<int>> PagesAsync(TestEngine engine, int size, bool newestFirst)
    {
        var ids = new List<int>();
        JsonNode? token = null;
        do
        {
            var page = await engine.CallAsync("GetExecutionHistory", new()
            {
                ["executionArn"] = TestEngine.ExecutionArn("run"),
                ["maxResults"] = size,
                ["reverseOrder"] = newestFirst,
                ["nextToken"] = token?.DeepClone(),
            });
            Assert.InRange(page["events"]!.AsArray().Count, 1, size);
            ids.AddRange(page["events"]!.AsArray().Select(entry => entry!["id"]!.GetValue<int>()));
            token = page["nextToken"];
        }
        while (token is not null);
        return ids;
    }
}
