using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Calls;

/// <summary>The same failure twice, or the next one of a redriven execution.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAFailureIsRecordedAgain(RunningEmulators emulators) : FailureRecording
{
    [Fact]
    public async Task The_same_invocation_writing_again_is_no_redrive()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");
        var before = await table.RowAsync(TestCalls.Call);
        Time.Advance(TimeSpan.FromSeconds(1));

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
    public async Task The_redrive_of_an_execution_that_lost_its_item_changes_nothing()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await RecordAsync(table, TestCalls.Current, First, "request-1");
        await BeginAsync(table, TestCalls.Later);
        var before = await table.RowAsync(TestCalls.Call);
        Time.Advance(TimeSpan.FromMinutes(1));

        var recorded = await RecordAsync(table, TestCalls.Current, First, "request-2");

        Assert.Equal(RecordedFailure.Superseded, recorded);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }
}
