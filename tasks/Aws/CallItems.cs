using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Aws;

/// <summary>The items of calls, as executions write them. One execution owns an item at a time, the one that started
/// last: what a stale one writes is refused by the condition on every write.</summary>
internal sealed class CallItems(IAmazonDynamoDB dynamoDb, string table, TimeProvider time)
{
    private static readonly string[] OfAFailure =
        [CallAttributes.Error, CallAttributes.Cause, CallAttributes.FailedState];

    /// <summary>The call is being processed. What an earlier attempt left of a failure goes.</summary>
    /// <exception cref="CallSupersededException">A later execution owns the item.</exception>
    public async Task BeginAsync(
        Call call, Execution execution, RecordingFacts recording, string outputUri, CancellationToken cancellationToken)
    {
        var update = Owned(call, execution)
            .SetProgress(CallStep.InvokeDataAutomation, time.GetUtcNow())
            .Set(CallAttributes.OutputUri, outputUri)
            .Set(CallAttributes.AudioSizeBytes, recording.SizeAttribute)
            .Set(CallAttributes.AudioETag, recording.ETag)
            .Remove(OfAFailure)
            .Remove(AttemptAttributes.All);
        if (!await TryWriteAsync(update, call, cancellationToken))
        {
            throw new CallSupersededException(
                $"A later execution owns the item of call {call.CallId}; {execution.Name} submits no job for it.");
        }
    }

    /// <summary>The call has come to another step, for people to see.</summary>
    /// <returns>False when the item is not this execution's any more, or has its end already: nothing was
    /// written.</returns>
    public Task<bool> TryProceedAsync(
        Call call, Execution execution, string step, CancellationToken cancellationToken)
    {
        var update = new ItemUpdate(table, CallItemKey.Of(call))
            .SetProgress(step, time.GetUtcNow())
            .Set(AttemptAttributes.Of(call.Job));
        update.When(update.Is(CallAttributes.ExecutionArn, execution.Arn))
            .When(update.Is(CallAttributes.Status, CallStatus.InProgress));
        return TryWriteAsync(update, call, cancellationToken);
    }

    /// <summary>True while no later execution owns the call's item.</summary>
    public async Task<bool> IsCurrentAsync(Call call, Execution execution, CancellationToken cancellationToken)
    {
        var item = await ReadAsync(call, cancellationToken);
        var owner = item.GetValueOrDefault(CallAttributes.ExecutionArn)?.S;
        var since = item.GetValueOrDefault(CallAttributes.ExecutionStartedAt)?.S;
        return owner is null || owner == execution.Arn || string.CompareOrdinal(since, Started(execution)) < 0;
    }

    /// <summary>The manifest of the job whose results the call's item has; null while it has none that
    /// count.</summary>
    public async Task<S3Uri?> FindResultsAsync(Call call, CancellationToken cancellationToken)
    {
        var item = await ReadAsync(call, cancellationToken);
        return item.GetValueOrDefault(CallAttributes.Status)?.S == CallStatus.Success
            && S3Uri.TryParse(item.GetValueOrDefault(CallAttributes.OutputUri)?.S, out var manifest, out _)
            ? manifest
            : null;
    }

    /// <returns>False when a later execution owns the item: nothing was written.</returns>
    public Task<bool> TrySucceedAsync(
        Call call,
        Execution execution,
        IReadOnlyDictionary<string, AttributeValue> results,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = new Dictionary<string, AttributeValue>(results, StringComparer.Ordinal);
        foreach (var (attribute, value) in AttemptAttributes.Of(call.Job, execution, now))
        {
            all[attribute] = value;
        }

        var update = Owned(call, execution)
            .SetEnd(CallStatus.Success, now)
            .Set(all)
            .Remove(OfAFailure)
            .Remove(ResultAttributes.All.Concat(AttemptAttributes.All).Except(all.Keys, StringComparer.Ordinal));
        return TryWriteAsync(update, call, cancellationToken);
    }

    /// <summary>Records a failure once. Asked again for the same failure, by another invocation, it finds that this is
    /// a redrive and puts the call back to IN_PROGRESS.</summary>
    /// <param name="invocationId">Lambda's request id: a write that the SDK repeated is not taken for a
    /// redrive.</param>
    public async Task<RecordedFailure> RecordFailureAsync(
        FailureCaptured failure, FailureReport report, string invocationId, CancellationToken cancellationToken)
    {
        var (call, execution) = (failure.Call, failure.Execution);
        var id = $"{execution.Name}@{failure.FailureId}";
        var update = Owned(call, execution)
            .SetEnd(CallStatus.Failed, time.GetUtcNow())
            .Set(CallAttributes.Error, report.Error)
            .Set(CallAttributes.Cause, report.Cause)
            .Set(CallAttributes.FailedState, report.FailedState)
            .Set(CallAttributes.FailureId, id)
            .Set(CallAttributes.FailureRecordedBy, invocationId);
        update.When(update.IsAbsent(CallAttributes.FailureId), update.IsNot(CallAttributes.FailureId, id));
        if (await TryWriteAsync(update, call, cancellationToken))
        {
            return RecordedFailure.New;
        }

        var item = await ReadAsync(call, cancellationToken);
        if (item.GetValueOrDefault(CallAttributes.FailureId)?.S != id)
        {
            return RecordedFailure.Superseded;
        }

        return item.GetValueOrDefault(CallAttributes.FailureRecordedBy)?.S == invocationId
            ? RecordedFailure.New
            : await ResumeAsync(failure, id, cancellationToken);
    }

    private async Task<RecordedFailure> ResumeAsync(
        FailureCaptured failure, string id, CancellationToken cancellationToken)
    {
        var update = Owned(failure.Call, failure.Execution)
            .SetProgress(CallStep.AfterRedrive(failure.Call.Job), time.GetUtcNow())
            .Remove(OfAFailure);
        update.When(update.Is(CallAttributes.FailureId, id));
        return await TryWriteAsync(update, failure.Call, cancellationToken)
            ? RecordedFailure.Redriven
            : RecordedFailure.Superseded;
    }

    private ItemUpdate Owned(Call call, Execution execution)
    {
        var update = new ItemUpdate(table, CallItemKey.Of(call))
            .SetCall(call, execution, time.GetUtcNow());
        return update.When(
            update.IsAbsent(CallAttributes.ExecutionArn),
            update.Is(CallAttributes.ExecutionArn, execution.Arn),
            update.IsBefore(CallAttributes.ExecutionStartedAt, Started(execution)));
    }

    private static string Started(Execution execution) => ItemTime.Of(execution);

    private Task<bool> TryWriteAsync(ItemUpdate update, Call call, CancellationToken cancellationToken) =>
        update.TryWriteAsync(dynamoDb, $"UpdateItem of call {call.CallId}", cancellationToken);

    private async Task<Dictionary<string, AttributeValue>> ReadAsync(Call call, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = CallItemKey.Of(call).ToAttributes(),
            ConsistentRead = true,
            ProjectionExpression = "#arn, #since, #failure, #by, #status, #output",
            ExpressionAttributeNames = new Dictionary<string, string>
            {
                ["#arn"] = CallAttributes.ExecutionArn,
                ["#since"] = CallAttributes.ExecutionStartedAt,
                ["#failure"] = CallAttributes.FailureId,
                ["#by"] = CallAttributes.FailureRecordedBy,
                ["#status"] = CallAttributes.Status,
                ["#output"] = CallAttributes.OutputUri,
            },
        };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetItem of call {call.CallId}", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item ?? [];
    }
}
