using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Calls;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAFailureIsRecorded(RunningEmulators emulators) : FailureRecording
{
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
    public async Task Another_executions_end_says_nothing_of_it()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await SettleAsync(table, TestCalls.Current, ended: Second);

        Assert.Equal(RecordedFailure.New, await RecordAsync(table, TestCalls.Later, First, "request-1"));
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
        Time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Current, First, invocation);

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Fact]
    public async Task A_newer_executions_success_outlives_it()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Earlier);
        await table.Items(Time).TrySucceedAsync(
            TestCalls.Call,
            TestCalls.Later,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["transcript"] = new("Hello.") },
            TestContext.Current.CancellationToken);
        var before = await table.RowAsync(TestCalls.Call);
        Time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Earlier, First, "request-1");

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal("SUCCESS", (string?)before!["bedrock_status"]);
        Assert.Equal(before.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }
}
