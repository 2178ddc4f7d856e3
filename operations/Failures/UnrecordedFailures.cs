using System.Runtime.CompilerServices;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Settlement;
using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Failures;

/// <summary>Calls whose execution ended without success, and whose item does not say so: the item was deleted, or is
/// not settled yet.</summary>
internal sealed class UnrecordedFailures(StackTarget target)
{
    private readonly StackExecutions all = new(target);
    private readonly ExecutionStates executions = new(target.StepFunctions);
    private readonly ErasedRecordings erased = new(target.DynamoDb, target.Table);
    private readonly CallSettlements calls = new(target.DynamoDb, target.Table, TimeProvider.System);

    /// <param name="recorded">ARNs of executions whose items say that they failed.</param>
    public async IAsyncEnumerable<FailedCall> ListAsync(
        IReadOnlySet<string> recorded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ended = all.EndedWithoutSuccessAsync(cancellationToken).Select(execution => execution.ExecutionArn);
        await foreach (var arn in ended.Where(arn => !recorded.Contains(arn)))
        {
            var execution = await target.RetryPolicy.AskAsync(
                $"DescribeExecution {arn}", () => executions.FindAsync(arn, cancellationToken), cancellationToken);
            if (execution is { HasEnded: true } && ExecutionInput.CallOf(execution.Input) is { } call
                && await IsUnrecordedAsync(call, arn, cancellationToken))
            {
                yield return FailedCall.Of(call, execution);
            }
        }
    }

    private async Task<bool> IsUnrecordedAsync(Call call, string arn, CancellationToken cancellationToken)
    {
        var item = await target.RetryPolicy.AskAsync(
            $"the item of {call.CallId}",
            () => calls.FindAsync(CallItemKey.Of(call), cancellationToken),
            cancellationToken);
        return item is null
            ? !await target.RetryPolicy.AskAsync(
                $"whether {arn} was erased", () => erased.ContainsAsync(call, cancellationToken), cancellationToken)
            : item.ExecutionArn == arn && item.Status == CallStatus.InProgress;
    }
}
