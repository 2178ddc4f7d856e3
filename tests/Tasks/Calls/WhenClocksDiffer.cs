using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

/// <summary>Each function has a clock of its own. Whose item it is says Step Functions' start time alone, and a
/// settlement compares what it saw, not who wrote later.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenClocksDiffer(RunningEmulators emulators)
{
    private const string Failure = "2026-03-01T12:00:00.000Z";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly FailureReport Report = new("GetJobStatus", "BdaJobFailed", "The audio is silent.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_call_begins_fails_goes_on_and_succeeds_as_ever(int minutes)
    {
        using var table = await TestTable.CreateAsync(emulators, $"{minutes + 10}");
        var (one, other) = (ItemsAt(table, Noon), ItemsAt(table, Noon.AddMinutes(minutes)));

        await BeginAsync(one, TestCalls.Current);
        Assert.Equal(RecordedFailure.New, await RecordAsync(other, "request-1"));
        Assert.Equal(RecordedFailure.Redriven, await RecordAsync(one, "request-2"));
        Assert.True(await other.TrySucceedAsync(
            TestCalls.Call, TestCalls.Current, new Dictionary<string, AttributeValue>(), Stop));

        Assert.Equal("SUCCESS", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_later_execution_owns_the_item_whatever_its_functions_clock_says(int minutes)
    {
        using var table = await TestTable.CreateAsync(emulators, $"{minutes + 10}");
        var (one, other) = (ItemsAt(table, Noon), ItemsAt(table, Noon.AddMinutes(minutes)));
        await BeginAsync(one, TestCalls.Current);

        await BeginAsync(other, TestCalls.Later);

        await Assert.ThrowsAsync<CallSupersededException>(() => BeginAsync(one, TestCalls.Current));
        Assert.Equal(TestCalls.Later.Arn, (string?)(await table.RowAsync(TestCalls.Call))!["execution_arn"]);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task What_was_written_since_the_settlement_looked_stands(int minutes)
    {
        using var table = await TestTable.CreateAsync(emulators, $"{minutes + 10}");
        await BeginAsync(ItemsAt(table, Noon), TestCalls.Current);
        var settlements = new CallSettlements(table.DynamoDb, table.Name, new FakeTimeProvider(Noon));
        var key = CallItemKey.Of(TestCalls.Call);
        var seen = (await settlements.FindAsync(key, Stop))!; // It has just begun.

        await ItemsAt(table, Noon.AddMinutes(minutes))
            .TryProceedAsync(TestCalls.Call, TestCalls.Current, CallRecording.Workflow.CallStep.WaitForJob, Stop);

        Assert.False(await settlements.TrySettleAsync(key, seen, execution: null, Stop));
        Assert.Equal("IN_PROGRESS", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    private static CallItems ItemsAt(TestTable table, DateTimeOffset now) => table.Items(new FakeTimeProvider(now));

    private static Task BeginAsync(CallItems items, ExecutionReference execution) =>
        items.BeginAsync(TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, Stop);

    private static Task<RecordedFailure> RecordAsync(CallItems items, string invocation) => items.RecordFailureAsync(
        new FailureCaptured(TestCalls.Call, TestCalls.Current, Failure), Report, invocation, Stop);
}
