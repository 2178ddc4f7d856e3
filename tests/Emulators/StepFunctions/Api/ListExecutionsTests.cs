using System.Text.Json.Nodes;
using CsCheck;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions.Api;

public sealed class ListExecutionsTests
{
    private const string Choose = """
        "A": {"Type":"Choice","Choices":[
            {"Variable":"$","StringEquals":"wait","Next":"B"},
            {"Variable":"$","StringEquals":"fail","Next":"C"}],"Default":"D"},
        "B": {"Type":"Wait","Seconds":60,"End":true},
        "C": {"Type":"Fail"},
        "D": {"Type":"Succeed"}
        """;

    [Fact]
    public async Task The_newest_come_first_with_their_status_and_dates()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Choose));
        await engine.StartAsync("one", "\"fail\"");
        await engine.StartAsync("two", "\"wait\"");
        await engine.WhenIdle();

        var found = (await engine.CallAsync("ListExecutions", Request()))["executions"]!.AsArray();

        Assert.Equal(["two", "one"], found.Select(item => item.Text("name")!));
        Assert.Equal(["RUNNING", "FAILED"], found.Select(item => item.Text("status")!));
        Assert.Equal([false, true], found.Select(item => item!.AsObject().ContainsKey("stopDate")));
        Assert.Equal(TestEngine.ExecutionArn("two"), found[0].Text("executionArn"));
        Assert.Equal(TestEngine.MachineArn, found[0].Text("stateMachineArn"));
    }

    [Fact]
    public async Task Filters_by_status_and_redrive_combine()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Choose));
        foreach (var (name, input) in new[] { ("w", "wait"), ("f1", "fail"), ("f2", "fail"), ("s", "other") })
        {
            await engine.StartAsync(name, $"\"{input}\"");
        }

        await engine.WhenIdle();
        await engine.RedriveAsync("f1");
        await engine.WhenIdle();

        Assert.Equal(["w"], await NamesAsync(engine, Request("RUNNING")));
        Assert.Equal(["f2", "f1"], await NamesAsync(engine, Request("FAILED")));
        Assert.Equal(["s"], await NamesAsync(engine, Request("SUCCEEDED")));
        Assert.Empty(await NamesAsync(engine, Request("PENDING_REDRIVE")));
        Assert.Equal(["f1"], await NamesAsync(engine, Request(null, "REDRIVEN")));
        Assert.Equal(["f2"], await NamesAsync(engine, Request("FAILED", "NOT_REDRIVEN")));
        Assert.Equal(["s", "f2", "w"], await NamesAsync(engine, Request(null, "NOT_REDRIVEN")));
    }

    [Fact]
    public async Task Pages_of_any_size_together_are_the_whole()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Choose));
        for (var number = 0; number < 12; number++)
        {
            await engine.StartAsync($"run-{number}");
        }

        await engine.WhenIdle();
        var whole = await NamesAsync(engine, Request());

        await Gen.Int[1, 14].SampleAsync(async size =>
        {
            var request = Request();
            request["maxResults"] = size;
            Assert.Equal(whole, await NamesAsync(engine, request));
        }, iter: 20);
        Assert.Equal(12, whole.Count);
    }

    [Fact]
    public async Task A_token_serves_only_the_listing_it_came_from()
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Choose));
        await engine.StartAsync("one");
        await engine.StartAsync("two");
        var request = Request();
        request["maxResults"] = 1;
        var token = (await engine.CallAsync("ListExecutions", request)).Text("nextToken");

        var other = Request("FAILED");
        other["nextToken"] = token;
        var broken = Request();
        broken["nextToken"] = token + "?";

        Assert.Equal("InvalidToken", await engine.ErrorAsync("ListExecutions", other));
        Assert.Equal("InvalidToken", await engine.ErrorAsync("ListExecutions", broken));
    }

    [Theory]
    [InlineData("maxResults", "1001", "ValidationException")]
    [InlineData("maxResults", "-1", "ValidationException")]
    [InlineData("maxResults", "\"1\"", "SerializationException")]
    [InlineData("statusFilter", "\"DONE\"", "ValidationException")]
    [InlineData("redriveFilter", "\"YES\"", "ValidationException")]
    [InlineData("mapRunArn", "\"x\"", "ResourceNotFound")]
    public async Task A_wrong_member_is_refused(string name, string value, string error)
    {
        await using var engine = await TestEngine.OpenAsync(Machine(Choose));
        var request = Request();
        request[name] = JsonNode.Parse(value);

        Assert.Equal(error, await engine.ErrorAsync("ListExecutions", request));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(TestEngine engine, JsonObject request)
    {
        var names = new List<string>();
        var next = (JsonObject)request.DeepClone();
        do
        {
            var page = await engine.CallAsync("ListExecutions", next);
            names.AddRange(page["executions"]!.AsArray().Select(item => item.Text("name")!));
            next["nextToken"] = page["nextToken"]?.DeepClone();
        }
        while (next["nextToken"] is not null);
        return names;
    }

    private static JsonObject Request(string? status = null, string? redrive = null) => new()
    {
        ["stateMachineArn"] = TestEngine.MachineArn,
        ["statusFilter"] = status,
        ["redriveFilter"] = redrive,
    };
}
