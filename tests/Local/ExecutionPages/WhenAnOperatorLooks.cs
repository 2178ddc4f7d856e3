using System.Text.Json.Nodes;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local.ExecutionPages;

public sealed class WhenAnOperatorLooks
{
    private const string Waiting = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""";

    private static readonly JsonObject Run = new() { ["executionArn"] = TestEngine.ExecutionArn("run") };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Executions_their_history_and_their_definition_are_there()
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));
        await front.Engine.RunAsync("""{"callId":"c-1"}""");

        var (_, list) = await front.AskAsync(
            "ListExecutions", new JsonObject { ["stateMachineArn"] = TestEngine.MachineArn }, "application/json");
        var (_, described) = await front.AskAsync("DescribeExecution", Run);
        var (_, history) = await front.AskAsync("GetExecutionHistory", Run);
        var (_, machine) = await front.AskAsync("DescribeStateMachineForExecution", Run);

        Assert.Equal("run", Assert.Single(list["executions"]!.AsArray()).Text("name"));
        Assert.Equal("SUCCEEDED", described.Text("status"));
        Assert.Equal("""{"callId":"c-1"}""", described.Text("input"));
        Assert.Equal("ExecutionSucceeded", history["events"]!.AsArray()[^1].Text("type"));
        Assert.Equal(Waiting, machine.Text("definition"));
    }

    [Fact]
    public async Task A_running_one_is_stopped_and_redriven_to_its_end()
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));
        await front.Engine.StartAsync("run");

        var (stopStatus, _) = await front.AskAsync("StopExecution", Run);
        var (_, stopped) = await front.AskAsync("DescribeExecution", Run);
        var (redriveStatus, _) = await front.AskAsync("RedriveExecution", Run);
        var ended = await front.Engine.EndAsync();
        var (refused, refusal) = await front.AskAsync("RedriveExecution", Run);

        Assert.Equal(200, stopStatus);
        Assert.Equal("ABORTED", stopped.Text("status"));
        Assert.Equal(200, redriveStatus);
        Assert.Equal("SUCCEEDED", ended.Text("status"));
        Assert.Equal(400, refused);
        Assert.Equal("ExecutionNotRedrivable", refusal.Text("__type"));
    }

    [Theory]
    [InlineData("StartExecution")]
    [InlineData("ListStateMachines")]
    [InlineData("DeleteStateMachine")]
    public async Task Nothing_else_can_be_asked(string operation)
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));

        var (status, body) = await front.AskAsync(
            operation, new JsonObject { ["stateMachineArn"] = TestEngine.MachineArn, ["name"] = "x" });

        Assert.Equal(400, status);
        Assert.Equal("UnknownOperationException", body.Text("__type"));
    }

    [Theory]
    [InlineData("text/plain", "", "", 415)]
    [InlineData("application/x-www-form-urlencoded", "", "", 415)]
    [InlineData("application/json", "Origin", "http://elsewhere.example", 403)]
    [InlineData("application/json", "Origin", "null", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "same-site", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "none", 403)]
    [InlineData("application/json", "Sec-Fetch-Site", "same-origin", 200)]
    public async Task Only_the_page_itself_is_listened_to(string type, string header, string value, int expected)
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));
        await front.Engine.StartAsync("run");

        var (status, _) = await front.AskAsync(
            "StopExecution", Run, type, header.Length == 0 ? [] : [(header, value)]);

        Assert.Equal(expected, status);
        var execution = await front.Engine.DescribeAsync("run");
        Assert.Equal(expected == 200 ? "ABORTED" : "RUNNING", execution.Text("status"));
    }

    [Fact]
    public async Task Its_own_origin_is_welcome_and_too_much_is_not()
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));
        await front.Engine.StartAsync("run");
        var origin = front.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var large = new JsonObject { ["cause"] = new string('x', 300_000) };

        var (status, _) = await front.AskAsync("DescribeExecution", Run, "application/json", ("Origin", origin));
        var (tooMuch, _) = await front.AskAsync("StopExecution", large);
        using var get = await front.Http.GetAsync(new Uri("/executions/api", UriKind.Relative), Cancellation);

        Assert.Equal(200, status);
        Assert.Equal(413, tooMuch);
        Assert.Equal(405, (int)get.StatusCode);
    }

    [Theory]
    [InlineData("/executions", "text/html")]
    [InlineData("/executions/", "text/html")]
    [InlineData("/executions/app.js", "text/javascript")]
    [InlineData("/executions/page.css", "text/css")]
    public async Task The_page_may_load_its_own_files_alone(string path, string type)
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));

        using var response = await front.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/executions/missing.js")]
    [InlineData("/executions/../LocalSystem.cs")]
    [InlineData("/executions/%2e%2e/ExecutionsPage.cs")]
    [InlineData("/executionsx")]
    public async Task Other_files_are_not_there(string path)
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));

        using var response = await front.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task It_learns_the_machine_and_where_a_call_is()
    {
        await using var front = await ExecutionsServer.StartAsync(await TestEngine.OpenAsync(Waiting));

        var machine = await front.Http.GetStringAsync(new Uri("/executions/machine", UriKind.Relative), Cancellation);
        var call = await front.Http.GetStringAsync(
            new Uri("/executions/calls?callId=a%2Fb", UriKind.Relative), Cancellation);
        using var none = await front.Http.GetAsync(new Uri("/executions/calls", UriKind.Relative), Cancellation);

        Assert.Equal(TestEngine.MachineArn, JsonNode.Parse(machine).Text("stateMachineArn"));
        Assert.Equal(CallHash.Of("a/b"), JsonNode.Parse(call).Text("hash"));
        Assert.Equal(400, (int)none.StatusCode);
    }
}
