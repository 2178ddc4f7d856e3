using Amazon.Lambda.Core;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Recordings;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Settlement;

/// <summary>Settles one call by its execution's current status, not by the event's: events arrive late, repeated and
/// out of order, and a redrive resumes an execution that timed out, failed or was stopped.</summary>
internal sealed class CallSettler(
    CallSettlements calls, ExecutionStates executions, StateMachineExecutions starts, ErasedRecordings erased)
{
    /// <summary>A call that changes in each attempt is left to the next sweep.</summary>
    private const int MaxAttempts = 3;

    /// <summary>Settles the call of an execution that, according to an event, has ended.</summary>
    public async Task<SettlementOutcome> SettleAsync(
        string executionArn, ExecutionStatusChange change, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        var input = change.Input ?? (await executions.FindAsync(executionArn, cancellationToken))?.Input;
        if (ExecutionInput.CallOf(input) is not { } call)
        {
            LogNotACall(logger, executionArn);
            return SettlementOutcome.NotACall;
        }

        var key = CallItemKey.Of(call);
        var seen = await calls.FindAsync(key, cancellationToken);
        if (seen is null)
        {
            return await CreateAsync(call, executionArn, change, logger, cancellationToken);
        }

        return seen.ExecutionArn == executionArn
            ? await SettleAsync(key, seen, logger, cancellationToken)
            : SettlementOutcome.Unchanged;
    }

    /// <summary>Settles the call with that key if its execution has ended.</summary>
    public async Task<SettlementOutcome> SettleAsync(
        CallItemKey key, ILambdaLogger logger, CancellationToken cancellationToken) =>
        await calls.FindAsync(key, cancellationToken) is { } seen
            ? await SettleAsync(key, seen, logger, cancellationToken)
            : SettlementOutcome.Unchanged;

    // Item first, execution second: what a redrive writes after the item was read changes it, and nothing is written
    // over it. The other way round, an old answer could be written into the item of an execution that runs again.
    private async Task<SettlementOutcome> SettleAsync(
        CallItemKey key, CallProgress seen, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        for (var look = 1; look <= MaxAttempts && seen.Status == CallStatus.InProgress; look++)
        {
            var execution = await executions.FindAsync(seen.ExecutionArn, cancellationToken);
            if (execution is { HasEnded: false })
            {
                return SettlementOutcome.Running;
            }

            if (execution is null && seen.ExecutionInput is { } input)
            {
                return await StartAsync(seen, input, logger, cancellationToken);
            }

            if (await calls.TrySettleAsync(key, seen, execution, cancellationToken))
            {
                return Outcome(written: true, logger, seen.CallId, seen.ExecutionArn, execution);
            }

            // Another writer changed the item meanwhile, such as a function that outlived its stopped execution.
            if (await calls.FindAsync(key, cancellationToken) is not { } now)
            {
                return SettlementOutcome.Unchanged;
            }

            seen = now;
        }

        return SettlementOutcome.Unchanged;
    }

    // The starter was killed between receiving the call and starting it, or Step Functions refused the start.
    private async Task<SettlementOutcome> StartAsync(
        CallProgress seen, string input, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        var execution = new ExecutionReference(seen.ExecutionArn, string.Empty);
        await starts.StartAsync(execution.Name, input, cancellationToken);
        logger.LogWarning(
            "Call {CallId}: started {ExecutionArn}, which never was", seen.CallId, seen.ExecutionArn);
        return SettlementOutcome.Started;
    }

    private async Task<SettlementOutcome> CreateAsync(
        Call call,
        string executionArn,
        ExecutionStatusChange change,
        ILambdaLogger logger,
        CancellationToken cancellationToken)
    {
        var description = await executions.FindAsync(executionArn, cancellationToken);
        if (description is { HasEnded: false })
        {
            return SettlementOutcome.Running;
        }

        // It succeeded after a redrive, and its item is gone since; or the call was erased.
        if (description?.Status == ExecutionEnding.Succeeded
            || await erased.ContainsAsync(call, cancellationToken))
        {
            return SettlementOutcome.Unchanged;
        }

        var execution = description?.Execution ?? new ExecutionReference(executionArn, StartOf(change));
        var written = await calls.TryCreateAsync(call, execution, description, cancellationToken);
        return Outcome(written, logger, call.CallId, executionArn, description);
    }

    private static string StartOf(ExecutionStatusChange change) =>
        ItemTime.Of(DateTimeOffset.FromUnixTimeMilliseconds(change.StartDate ?? 0));

    private static SettlementOutcome Outcome(
        bool written, ILambdaLogger logger, string callId, string executionArn, ExecutionDescription? execution)
    {
        if (!written)
        {
            return SettlementOutcome.Unchanged;
        }

        logger.LogWarning(
            "Call {CallId}: settled {ExecutionArn}, which ended without recording it: {Error}",
            callId,
            executionArn,
            (execution?.Ending ?? ExecutionEnding.Forgotten).Error);
        return SettlementOutcome.Settled;
    }

    private static void LogNotACall(ILambdaLogger logger, string executionArn) =>
        logger.LogError(
            "Execution {ExecutionArn} was not started with a call, but by hand: there is no item to settle",
            executionArn);
}
