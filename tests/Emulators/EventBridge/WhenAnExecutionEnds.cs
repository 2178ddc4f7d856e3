using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CallRecording.Emulators.EventBridge;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;

namespace CallRecording.Tests.Emulators.EventBridge;

public sealed class WhenAnExecutionEnds
{
    private const string Function = ResourceNames.SettlementFunction;

    private static readonly string Machine = Asl.Machine(
        """
        "A": {"Type":"Choice","Choices":[{"Variable":"$.breaks","IsPresent":true,"Next":"C"}],"Default":"B"},
        "B": {"Type":"Wait","SecondsPath":"$.seconds","End":true},
        "C": {"Type":"Fail","Error":"Broken","Cause":"It broke."}
        """,
        "\"TimeoutSeconds\":60,");

    private readonly ConcurrentQueue<string> log = [];

    [Theory]
    [InlineData("""{"seconds":99}""", "TIMED_OUT", "States.Timeout", null)]
    [InlineData("""{"breaks":1}""", "FAILED", "Broken", "It broke.")]
    public async Task The_function_gets_the_event_as_EventBridge_sends_it(
        string input, string status, string error, string? cause)
    {
        var functions = new ScriptedFunctions().Returns(Function, "{}");
        await using var world = await OpenAsync(functions);

        await world.Engine.RunAsync(input);
        await CalledAsync(functions, 1);

        var sent = JsonNode.Parse(Assert.Single(functions.Calls).Payload)!;
        var stopped = world.Engine.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal("aws.states", (string?)sent["source"]);
        Assert.Equal("Step Functions Execution Status Change", (string?)sent["detail-type"]);
        Assert.Equal(TestEngine.ExecutionArn("run"), (string?)sent["resources"]![0]);
        var expected = new JsonObject
        {
            ["executionArn"] = TestEngine.ExecutionArn("run"),
            ["stateMachineArn"] = TestEngine.MachineArn,
            ["name"] = "run",
            ["redriveCount"] = 0,
            ["redriveStatus"] = "REDRIVABLE",
            ["redriveStatusReason"] = null,
            ["error"] = error,
            ["cause"] = cause,
            ["status"] = status,
            ["startDate"] = 1772366400000,
            ["stopDate"] = stopped,
            ["redriveDate"] = null,
            ["input"] = input,
            ["inputDetails"] = new JsonObject { ["included"] = true },
            ["output"] = null,
            ["outputDetails"] = null,
        };
        Assert.True(JsonNode.DeepEquals(expected, sent["detail"]), sent["detail"]!.ToJsonString());
    }

    [Fact]
    public async Task One_that_was_stopped_is_told_and_one_that_succeeded_is_not()
    {
        var functions = new ScriptedFunctions().Returns(Function, "{}");
        await using var world = await OpenAsync(functions);
        await world.Engine.RunAsync("""{"seconds":1}""", "succeeds");
        await world.Engine.StartAsync("stopped", """{"seconds":50}""");

        await world.Engine.StopAsync("stopped");
        await CalledAsync(functions, 1);

        var sent = JsonNode.Parse(Assert.Single(functions.Calls).Payload)!;
        Assert.Equal("ABORTED", (string?)sent["detail"]!["status"]);
        Assert.Equal("stopped", (string?)sent["detail"]!["name"]);
    }

    [Fact]
    public async Task An_input_too_large_for_an_event_is_left_out()
    {
        var functions = new ScriptedFunctions().Returns(Function, "{}");
        await using var world = await OpenAsync(functions);

        await world.Engine.RunAsync($$"""{"breaks":1,"large":"{{new string('x', 250 * 1024)}}"}""");
        await CalledAsync(functions, 1);

        var detail = JsonNode.Parse(Assert.Single(functions.Calls).Payload)!["detail"]!;
        Assert.Null(detail["input"]);
        Assert.False((bool?)detail["inputDetails"]!["included"]);
    }

    [Fact]
    public async Task A_function_that_fails_gets_it_twice_again_and_then_no_more()
    {
        var functions = new ScriptedFunctions()
            .Throws(Function, "TransientServiceException")
            .IsRefused(Function, "TooManyRequestsException", 429)
            .Throws(Function, "TransientServiceException")
            .Returns(Function, "{}");
        await using var world = await OpenAsync(functions);

        await world.Engine.RunAsync("""{"breaks":1}""");
        for (var tries = 1; tries <= 3; tries++)
        {
            await CalledAsync(functions, tries);
            await Eventually.TrueAsync(
                () => log.Count == tries && (tries == 3 || world.Engine.Time.SkipToNext()), $"pause {tries} is over");
        }

        Assert.Single(functions.Calls.Select(call => call.Payload).Distinct());
        Assert.StartsWith("FAILED of run is given up after 3 tries", log.Last(), StringComparison.Ordinal);
        await world.Engine.RunAsync("""{"breaks":1}""", "next");
        await CalledAsync(functions, 4);
    }

    private async Task<World> OpenAsync(ScriptedFunctions functions)
    {
        var time = new SkippedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var rule = new ExecutionStatusRule(functions, ResourceNames.SettlementFunction, time, log.Enqueue);
        var engine = await TestEngine.OpenAsync(
            Machine, time: time, configure: options => options with { OnEvent = rule.Tell });
        rule.Start(engine.StatusChanges);
        return new World(engine, rule);
    }

    private static Task CalledAsync(ScriptedFunctions functions, int times) =>
        Eventually.TrueAsync(() => functions.Calls.Count >= times, $"{times} invocations");

    private sealed record World(TestEngine Engine, ExecutionStatusRule Rule) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Rule.DisposeAsync();
            await Engine.DisposeAsync();
        }
    }
}
