using System.Text.Json.Nodes;
using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Intake;
using CallRecording.Tests.Local.Emulators;
using CallRecording.Tests.Local.StepFunctions;
using CallRecording.Tests.Tasks.Aws;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Intake;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnExecutionEndsWithoutAWord(RunningEmulators emulators)
{
    private const string Run = "run";

    private static readonly Call Waits = TestCalls.Call with { Metadata = new JsonObject { ["seconds"] = 3600 } };
    private static readonly Call WaitsLong = TestCalls.Call with { Metadata = new JsonObject { ["seconds"] = 99999 } };
    private static readonly Call Breaks = TestCalls.Call with { Metadata = new JsonObject { ["breaks"] = true } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_was_stopped_is_a_failed_call_that_says_who_can_go_on()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run, "WrongRecording", "Not for us.");

        var summary = await world.TellAsync(Run, "ABORTED", Waits);

        var row = await world.RowAsync(Waits);
        Assert.Equal(new SettlementSummary(1, 0, 0), summary);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("WrongRecording", (string?)row["error"]);
        Assert.Equal(
            "The execution was stopped: Not for us. Mend what stopped it, then redrive the execution in the Step Functions "
            + "console: it goes on where it ended.",
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
        await BeginAsync(world, WaitsLong);
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
        await BeginAsync(world, Breaks);
        await world.Engine.EndAsync(Run);

        await world.TellAsync(Run, "FAILED", Breaks);

        var row = await world.RowAsync(Breaks);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("States.Runtime", (string?)row["error"]);
        Assert.Equal("C", (string?)row["failed_state"]);
        Assert.Contains("$.nothing", (string?)row["cause"], StringComparison.Ordinal);
        Assert.Contains("redrive", (string?)row["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);
        var before = await world.RowAsync(Waits);
        world.Engine.Time.Advance(TimeSpan.FromMinutes(1));

        var again = await world.TellAsync(Run, "ABORTED", Waits);

        Assert.Equal(new SettlementSummary(0, 0, 1), again);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Waits)).ToJsonString());
        Assert.Single(world.Metrics);
    }

    [Fact]
    public async Task An_event_that_comes_after_a_redrive_leaves_the_running_call_alone()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RedriveAsync(Run);
        var before = await world.RowAsync(Waits);

        var summary = await world.TellAsync(Run, "ABORTED", Waits);

        Assert.Equal(new SettlementSummary(0, 1, 0), summary);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Waits)).ToJsonString());
        Assert.Empty(world.Metrics);
    }

    [Fact]
    public async Task An_event_that_comes_after_a_redrive_makes_no_item_for_the_running_call()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.StartAsync(Run, Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RedriveAsync(Run);

        Assert.Equal(new SettlementSummary(0, 1, 0), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Null(await world.Table.RowAsync(Waits));
    }

    [Fact]
    public async Task What_a_redrive_writes_between_the_look_and_the_write_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Waits);
        var calls = new CallSettlements(world.Table.DynamoDb, world.Table.Name, world.Engine.Time);
        var seen = await calls.FindAsync(CallItemKey.Of(Waits), Cancellation);
        world.Engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await world.BeginAsync(Waits, execution);

        var written = await calls.TrySettleAsync(CallItemKey.Of(Waits), seen!, ExecutionEnding.Forgotten, Cancellation);

        Assert.False(written);
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task What_a_function_still_at_work_writes_meanwhile_does_not_keep_the_call_in_progress()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        var writes = 0;
        world.Throttling.Meanwhile = async () =>
        {
            if (writes++ == 0)
            {
                world.Engine.Time.Advance(TimeSpan.FromMilliseconds(1));
                await world.BeginAsync(Waits, execution);
            }
        };

        Assert.Equal(new SettlementSummary(1, 0, 0), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("FAILED", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task A_success_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        await SucceedAsync(world, execution);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("SUCCESS", await world.StatusAsync(Waits));
    }

    [Fact]
    public async Task A_success_whose_item_was_erased_gets_no_new_one()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await world.StartAsync(Run, Waits);
        await world.Engine.StopAsync(Run);
        await world.Engine.RerunAsync(Run);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Null(await world.Table.RowAsync(Waits));
    }

    [Fact]
    public async Task What_the_recorder_wrote_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Breaks);
        await world.Engine.EndAsync(Run);
        await RecordAsync(world, Breaks, execution, "request-1");
        var before = await world.RowAsync(Breaks);

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "FAILED", Breaks));
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(Breaks)).ToJsonString());
    }

    [Fact]
    public async Task A_later_executions_item_stands()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        world.Engine.Time.Advance(TimeSpan.FromSeconds(1));
        await world.BeginAsync(Waits, await world.StartAsync("later", Waits));

        Assert.Equal(new SettlementSummary(0, 0, 1), await world.TellAsync(Run, "ABORTED", Waits));
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
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
              "cause": "The execution was stopped. Mend what stopped it, then redrive the execution in the Step Functions console: it goes on where it ended.",
              "created_at": "2026-03-01T12:00:00.000Z",
              "epchdatetimestamp": 1704067200,
              "error": "Stopped",
              "execution_arn": "arn:aws:states:us-east-1:000000000000:execution:machine:run",
              "execution_started_at": "2026-03-01T12:00:00.000Z",
              "hash": "{{TestCalls.Hash}}",
              "listing": "call",
              "metadata": {
                "seconds": 3600
              },
              "s3_input_uri": "s3://recordings/call-1.wav",
              "updated_at": "2026-03-01T12:00:00.000Z"
            }
            """,
            (await world.RowAsync(Waits)).ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task An_event_without_its_input_settles_the_item_as_well()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        await BeginAsync(world, Waits);
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
            await world.BeginAsync(Waits, TestCalls.Current with { Arn = TestEngine.ExecutionArn(Run) });

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

    [Fact]
    public async Task A_redrive_then_begins_and_succeeds_as_ever()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Waits);
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);

        await world.BeginAsync(Waits, execution);

        var row = await world.RowAsync(Waits);
        Assert.Equal("IN_PROGRESS", (string?)row["bedrock_status"]);
        Assert.Equal("call", (string?)row["in_progress"]);
        Assert.False(row.ContainsKey("error"));
        Assert.False(row.ContainsKey("cause"));
        await SucceedAsync(world, execution);
        Assert.Equal("SUCCESS", await world.StatusAsync(Waits));
        Assert.False((await world.RowAsync(Waits)).ContainsKey("in_progress"));
    }

    /// <summary>A redrive at WaitForJob or in PersistResults writes nothing before the results.</summary>
    [Fact]
    public async Task A_redrive_that_only_has_results_to_write_succeeds()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, WaitsLong);
        await world.Engine.EndAsync(Run);
        await world.TellAsync(Run, "TIMED_OUT", WaitsLong);

        await SucceedAsync(world, execution);

        var row = await world.RowAsync(Waits);
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.All(
            ["error", "cause", "failed_state"], attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task The_recorder_that_was_broken_records_on_the_first_redrive_and_resumes_on_the_second()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Breaks);
        await world.Engine.EndAsync(Run);
        await world.TellAsync(Run, "FAILED", Breaks);

        var first = await RecordAsync(world, Breaks, execution, "request-1");
        var second = await RecordAsync(world, Breaks, execution, "request-2");

        Assert.Equal((RecordedFailure.New, RecordedFailure.Redriven), (first, second));
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Breaks));
        Assert.Equal("call", (string?)(await world.RowAsync(Breaks))["in_progress"]);
    }

    [Fact]
    public async Task One_that_was_stopped_while_its_recorder_resumed_it_resumes_again()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);
        var execution = await BeginAsync(world, Waits);
        await RecordAsync(world, Waits, execution, "request-1");
        await RecordAsync(world, Waits, execution, "request-2");
        await world.Engine.StopAsync(Run);
        await world.TellAsync(Run, "ABORTED", Waits);
        Assert.Equal("FAILED", await world.StatusAsync(Waits));

        var recorded = await RecordAsync(world, Waits, execution, "request-3");

        Assert.Equal(RecordedFailure.Redriven, recorded);
        Assert.Equal("IN_PROGRESS", await world.StatusAsync(Waits));
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
            () => world.HandleAsync(SettlementWorld.Envelope(source, detailType, detail)));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_about_nothing_is_refused()
    {
        await using var world = await SettlementWorld.CreateAsync(emulators);

        foreach (var envelope in (JsonObject[])[
            [], SettlementWorld.Envelope("aws.states", "Step Functions Execution Status Change", [])])
        {
            await Assert.ThrowsAsync<EventRejectedException>(() => world.HandleAsync(envelope));
        }
    }

    private static async Task<Execution> BeginAsync(SettlementWorld world, Call call)
    {
        var execution = await world.StartAsync(Run, call);
        await world.BeginAsync(call, execution);
        return execution;
    }

    private static async Task SucceedAsync(SettlementWorld world, Execution execution) =>
        Assert.True(await world.Items.TrySucceedAsync(
            Waits,
            execution,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["transcript"] = new("Hello.") },
            Cancellation));

    private static Task<RecordedFailure> RecordAsync(
        SettlementWorld world, Call call, Execution execution, string invocation) => world.Items.RecordFailureAsync(
            new FailureCaptured(call, execution, "2026-03-01T12:00:00.000Z"),
            new FailureReport("GetJobStatus", "BdaJobFailed", "The audio is silent."),
            invocation,
            Cancellation);
}
