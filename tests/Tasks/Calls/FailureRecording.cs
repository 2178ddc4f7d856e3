using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

/// <summary>Records failures of one call at a time that stands still.</summary>
public abstract class FailureRecording
{
    private protected const string First = "2026-03-01T12:00:00.000Z";
    private protected const string Second = "2026-03-01T13:00:00.000Z";

    private protected static readonly FailureReport Report =
        new("GetJobStatus", "BdaJobFailed", "The audio is silent.");

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected Task BeginAsync(TestTable table, ExecutionReference execution) => table.Items(Time).BeginAsync(
        TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, TestContext.Current.CancellationToken);

    private protected async Task SettleAsync(TestTable table, ExecutionReference execution, string ended)
    {
        var settlements = new CallSettlements(table.DynamoDb, table.Name, Time);
        var seen = await settlements.FindAsync(CallItemKey.Of(TestCalls.Call), TestContext.Current.CancellationToken);
        Assert.True(await settlements.TrySettleAsync(
            CallItemKey.Of(TestCalls.Call),
            seen!, // It has begun.
            new ExecutionDescription(execution, "FAILED", ItemTime.Parse(ended), null, "Runtime.ExitError", null, null),
            TestContext.Current.CancellationToken));
    }

    private protected Task<RecordedFailure> RecordAsync(
        TestTable table, ExecutionReference execution, string failureId, string invocation) =>
        table.Items(Time).RecordFailureAsync(
            new FailureCaptured(TestCalls.Call, execution, failureId),
            Report,
            invocation,
            TestContext.Current.CancellationToken);
}
