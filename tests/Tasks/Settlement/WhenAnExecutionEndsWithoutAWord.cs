using System.Text.Json.Nodes;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Tasks.Calls;
using static CallRecording.Tests.Tasks.Settlement.SettlementWorld;

namespace CallRecording.Tests.Tasks.Settlement;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnExecutionEndsWithoutAWord(RunningEmulators emulators)
{
    private const string StoppedByHand =
        "The execution was stopped. Mend what stopped it, then redrive the execution in the Step Functions console: "
        + "it goes on where it ended.";

    [Fact]
    public async Task One_that_was_stopped_is_a_failed_call_that_says_who_can_go_on()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run, "WrongRecording", "Not for us.");

        var summary = await world.TellAsync(Run, "ABORTED", Waits);

        var row = await world.RowAsync(Waits);
        Assert.Equal(new SettlementSummary(1, 0, 0), summary);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("WrongRecording", (string?)row["error"]);
        Assert.Equal(
            "The execution was stopped: Not for us. Mend what stopped it, then redrive the execution in "
            + "the Step Functions console: it goes on where it ended.",
            (string?)row["cause"]);
        Assert.False(row.ContainsKey("failed_state"));
        Assert.False(row.ContainsKey("in_progress"));
        Assert.Equal(TestCalls.OutputUri, (string?)row["s3_output_uri"]);
        Assert.Equal(["""{"CallsSettled":1}"""], world.Metrics);
    }

    [Fact]
    public async Task One_that_timed_out_says_so()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(WaitsLong);
        await world.Engine.EndAsync(Run);

        await world.TellAsync(Run, "TIMED_OUT", WaitsLong);

        var row = await world.RowAsync(WaitsLong);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("States.Timeout", (string?)row["error"]);
        Assert.StartsWith("The execution reached its time limit", (string?)row["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_broke_where_nothing_catches_names_the_state()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Breaks);
        await world.Engine.EndAsync(Run);

        await world.TellAsync(Run, "FAILED", Breaks);

        var row = await world.RowAsync(Breaks);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("States.Runtime", (string?)row["error"]);
        Assert.Equal("C", (string?)row["failed_state"]);
        Assert.Contains("$.nothing", (string?)row["cause"], StringComparison.Ordinal);
        Assert.Contains("redrive", (string?)row["cause"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_without_an_item_gets_a_whole_one(bool eventHasInput)
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.StartAsync(Run, Waits);
        await world.Engine.StopAsync(Run, "Stopped", "");

        await world.TellAsync(Run, "ABORTED", eventHasInput ? Waits : null);

        Assert.Equal(
            $$"""
            {
              "bedrock_status": "FAILED",
              "call_id": "call-1",
              "cause": "{{StoppedByHand}}",
              "created_at": "2026-03-01T12:00:00.000Z",
              "epchdatetimestamp": 1704067200,
              "error": "Stopped",
              "execution_arn": "arn:aws:states:us-east-1:000000000000:execution:machine:run",
              "execution_ended_at": "2026-03-01T12:00:00.000Z",
              "execution_started_at": "2026-03-01T12:00:00.000Z",
              "hash": "{{TestCalls.Hash}}",
              "listing": "call",
              "metadata": {
                "seconds": 3600
              },
              "s3_input_uri": "s3://recordings/call-1.wav",
              "s3_input_uris": [
                "s3://recordings/call-1.wav"
              ],
              "updated_at": "2026-03-01T12:00:00.000Z"
            }
            """,
            (await world.RowAsync(Waits)).ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task An_event_without_its_input_settles_the_item_as_well()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.BeginAsync(Waits);
        await world.Engine.StopAsync(Run);

        Assert.Equal(new SettlementSummary(1, 0, 0), await world.TellAsync(Run, "ABORTED", call: null));
        Assert.Equal("FAILED", await world.StatusAsync(Waits));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_Step_Functions_has_forgotten_says_so(bool hasItem)
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        if (hasItem)
        {
            await world.BeginAsync(Waits, TestCalls.Current with { Arn = TestEngine.ExecutionArn(Run) });
        }

        await world.TellAsync(Run, "TIMED_OUT", Waits);

        Assert.Equal("FAILED", await world.StatusAsync(Waits));
        Assert.Equal("ExecutionDoesNotExist", (string?)(await world.RowAsync(Waits))["error"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"callId":"c-1","audioS3Uri":"s3://recordings/a.wav","timestamp":"yesterday"}""")]
    public async Task One_that_was_never_a_calls_is_left_alone_and_logged(string input)
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.Engine.StartAsync(Run, input);
        await world.Engine.EndAsync(Run);
        var invocation = new TestInvocation();

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "FAILED", call: null, invocation));
        Assert.StartsWith("Error | Execution", Assert.Single(invocation.Log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws.s3", "Object Created", "FAILED", "The event is 'Object Created' of 'aws.s3', expected")]
    [InlineData("aws.states", "Scheduled Event", "FAILED", "The event is 'Scheduled Event' of 'aws.states', expected")]
    [InlineData(
        "aws.states", "Step Functions Execution Status Change", "RUNNING",
        "arn:run is 'RUNNING' in the event, expected FAILED, TIMED_OUT or ABORTED.")]
    [InlineData(
        "aws.states", "Step Functions Execution Status Change", "SUCCEEDED",
        "arn:run is 'SUCCEEDED' in the event, expected FAILED, TIMED_OUT or ABORTED.")]
    public async Task Any_other_event_is_refused(string source, string detailType, string status, string problem)
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var detail = new JsonObject { ["executionArn"] = "arn:run", ["status"] = status };

        var refusal = await Assert.ThrowsAsync<EventRejectedException>(
            () => world.HandleAsync(SettlementEvents.Envelope(source, detailType, detail)));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_about_nothing_is_refused()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);

        foreach (var envelope in (JsonObject[])[
            [], SettlementEvents.Envelope("aws.states", "Step Functions Execution Status Change", [])])
        {
            await Assert.ThrowsAsync<EventRejectedException>(() => world.HandleAsync(envelope));
        }
    }
}
