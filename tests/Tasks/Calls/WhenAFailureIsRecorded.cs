using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAFailureIsRecorded(RunningEmulators emulators)
{
    private const string First = "2026-03-01T12:00:00.000Z";
    private const string Second = "2026-03-01T13:00:00.000Z";

    private static readonly FailureReport Report = new("GetJobStatus", "BdaJobFailed", "The audio is silent.");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_item_says_what_failed_and_why()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);

        var recorded = await RecordAsync(table, TestCalls.Current, First, "request-1");

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal(RecordedFailure.New, recorded);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("BdaJobFailed", (string?)row["error"]);
        Assert.Equal("The audio is silent.", (string?)row["cause"]);
        Assert.Equal("GetJobStatus", (string?)row["failed_state"]);
        Assert.Equal(TestCalls.OutputUri, (string?)row["s3_output_uri"]);
    }

    [Theory]
    [InlineData("request-1")]
    [InlineData("request-1", "request-1")]
    public async Task A_call_whose_item_was_taken_away_gets_a_whole_one_and_goes_on(params string[] invocations)
    {
        using var table = await TestTable.CreateAsync(emulators);

        foreach (var invocation in invocations)
        {
            Assert.Equal(RecordedFailure.Redriven, await RecordAsync(table, TestCalls.Current, First, invocation));
        }

        Assert.Equal(
            $$"""
            {
              "bedrock_status": "IN_PROGRESS",
              "call_id": "call-1",
              "created_at": "2026-03-01T12:00:00.000Z",
              "epchdatetimestamp": 1704067200,
              "execution_arn": "arn:aws:states:us-east-1:000000000000:execution:machine:current",
              "execution_started_at": "2024-01-01T10:00:00.001Z",
              "failure_id": "current@2026-03-01T12:00:00.000Z",
              "hash": "{{TestCalls.Hash}}",
              "in_progress": "call",
              "listing": "call",
              "metadata": {
                "agent": "a-7",
                "tries": 2
              },
              "s3_input_uri": "s3://recordings/call-1.wav",
              "s3_input_uris": [
                "s3://recordings/call-1.wav"
              ],
              "step": "InvokeDataAutomation",
              "updated_at": "2026-03-01T12:00:00.000Z"
            }
            """,
            (await table.RowAsync(TestCalls.Call))?.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task A_failure_after_its_item_was_taken_away_is_on_record_the_second_time()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await RecordAsync(table, TestCalls.Current, First, "request-1");

        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Current, Second, "request-2"));
        Assert.Equal("FAILED", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    [Fact]
    public async Task One_that_is_older_than_its_executions_end_is_a_redrive_without_a_record()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await SettleAsync(table, TestCalls.Current, ended: "2026-03-01T12:00:00.500Z");

        var redriven = await RecordAsync(table, TestCalls.Current, First, "request-1");

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal(RecordedFailure.Redriven, redriven);
        Assert.Equal("IN_PROGRESS", (string?)row["bedrock_status"]);
        Assert.False(row.ContainsKey("error"));
        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Current, Second, "request-2"));
    }

    [Fact]
    public async Task One_that_is_younger_than_its_executions_last_end_is_a_new_one()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await SettleAsync(table, TestCalls.Current, ended: "2026-03-01T11:59:59.999Z");

        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Current, First, "request-1"));
        Assert.Equal(RecordedFailure.Redriven, await RecordAsync(table, TestCalls.Current, First, "request-2"));
    }

    [Fact]
    public async Task Another_executions_end_says_nothing_of_it()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await SettleAsync(table, TestCalls.Current, ended: Second);

        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Later, First, "request-1"));
    }

    [Fact]
    public async Task The_same_invocation_writing_again_is_no_redrive()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromSeconds(1));

        var again = await RecordAsync(table, TestCalls.Current, First, "request-1");

        Assert.Equal(RecordedFailure.New, again);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Theory]
    [InlineData("request-2")]
    [InlineData("request-2", "request-3")]
    public async Task Another_invocation_is_a_redrive_and_the_call_goes_on(params string[] invocations)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");

        foreach (var invocation in invocations)
        {
            Assert.Equal(RecordedFailure.Redriven, await RecordAsync(table, TestCalls.Current, First, invocation));
        }

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal("IN_PROGRESS", (string?)row["bedrock_status"]);
        Assert.All(
            ["error", "cause", "failed_state"], attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task The_next_failure_after_a_redrive_is_a_new_one()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");
        await RecordAsync(table, TestCalls.Current, First, "request-2");

        var recorded = await RecordAsync(table, TestCalls.Current, Second, "request-3");

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal(RecordedFailure.New, recorded);
        Assert.Equal("FAILED", (string?)row["bedrock_status"]);
        Assert.Equal("BdaJobFailed", (string?)row["error"]);
        Assert.Equal(RecordedFailure.Redriven, await RecordAsync(table, TestCalls.Current, Second, "request-4"));
    }

    [Fact]
    public async Task Two_executions_that_fail_at_the_same_time_have_two_failures()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");

        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Later, First, "request-2"));
    }

    [Theory]
    [InlineData("request-1")]
    [InlineData("request-2")]
    public async Task A_later_executions_item_stays_as_it_is(string invocation)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await BeginAsync(table, TestCalls.Later);
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Current, First, invocation);

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Fact]
    public async Task The_redrive_of_an_execution_that_lost_its_item_changes_nothing()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");
        await BeginAsync(table, TestCalls.Later);
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Current, First, "request-2");

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Fact]
    public async Task A_newer_executions_success_outlives_it()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Earlier);
        await table.Items(time).TrySucceedAsync(
            TestCalls.Call,
            TestCalls.Later,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["transcript"] = new("Hello.") },
            TestContext.Current.CancellationToken);
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Earlier, First, "request-1");

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal("SUCCESS", (string?)before!["bedrock_status"]);
        Assert.Equal(before.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    private Task BeginAsync(TestTable table, ExecutionReference execution) => table.Items(time).BeginAsync(
        TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, TestContext.Current.CancellationToken);

    private async Task SettleAsync(TestTable table, ExecutionReference execution, string ended)
    {
        var settlements = new CallSettlements(table.DynamoDb, table.Name, time);
        var seen = await settlements.FindAsync(CallItemKey.Of(TestCalls.Call), TestContext.Current.CancellationToken);
        Assert.True(await settlements.TrySettleAsync(
            CallItemKey.Of(TestCalls.Call),
            seen!, // It has begun.
            new ExecutionDescription(execution, "FAILED", ItemTime.Parse(ended), null, "Runtime.ExitError", null, null),
            TestContext.Current.CancellationToken));
    }

    private Task<RecordedFailure> RecordAsync(
        TestTable table, ExecutionReference execution, string failureId, string invocation) =>
        table.Items(time).RecordFailureAsync(
            new FailureCaptured(TestCalls.Call, execution, failureId),
            Report,
            invocation,
            TestContext.Current.CancellationToken);
}
