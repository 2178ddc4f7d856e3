using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Calls;

/// <summary>The items of calls, as executions write them. One execution owns an item at a time, the one that started
/// last: what a stale one writes is refused by the condition on every write.</summary>
internal sealed class CallItems(IAmazonDynamoDB dynamoDb, string table, TimeProvider time)
{
    private readonly OwnedItems items = new(dynamoDb, table, time);
    private readonly ErasedRecordings erased = new(dynamoDb, table);

    /// <summary>The call is being processed. What an earlier attempt left of a failure goes.</summary>
    /// <exception cref="CallSupersededException">A later execution owns the item.</exception>
    public async Task BeginAsync(
        Call call,
        ExecutionReference execution,
        RecordingFacts recording,
        string outputUri,
        CancellationToken cancellationToken)
    {
        void Begin(ItemUpdate update) => update
            .SetProgress(CallStep.InvokeDataAutomation, time.GetUtcNow())
            .Set(CallAttributes.OutputUri, outputUri)
            .Set(CallAttributes.AudioSizeBytes, recording.SizeAttribute)
            .Set(CallAttributes.AudioETag, recording.ETag)
            .Remove(CallAttributes.ExecutionInput)
            .Remove(FailureAttributes.All)
            .Remove(AttemptAttributes.All);

        if (!await items.TryWriteAsync(call, execution, Begin, cancellationToken))
        {
            throw new CallSupersededException(
                $"A later execution owns the item of call {call.CallId}; {execution.Name} submits no job for it.");
        }
    }

    /// <summary>Records the call's current step, for display.</summary>
    /// <returns>False when the item is not this execution's any more, or has its end already: nothing was
    /// written.</returns>
    public Task<bool> TryProceedAsync(
        Call call, ExecutionReference execution, string step, CancellationToken cancellationToken)
    {
        var update = new ItemUpdate(table, CallItemKey.Of(call))
            .SetProgress(step, time.GetUtcNow())
            .Set(AttemptAttributes.Of(call.Job));
        update.When(update.Is(CallAttributes.ExecutionArn, execution.Arn))
            .When(update.Is(CallAttributes.Status, CallStatus.InProgress));
        return update.TryWriteAsync(dynamoDb, $"UpdateItem of call {call.CallId}", cancellationToken);
    }

    /// <summary>The call with the metadata that its item has: its publisher may have said others since its execution
    /// started.</summary>
    /// <returns>Null when a later execution owns the item.</returns>
    public async Task<Call?> FindCurrentAsync(
        Call call, ExecutionReference execution, CancellationToken cancellationToken)
    {
        var item = await items.ReadAsync(call, cancellationToken);
        var owner = item.GetValueOrDefault(CallAttributes.ExecutionArn)?.S;
        var since = item.GetValueOrDefault(CallAttributes.ExecutionStartedAt)?.S;
        var isCurrent = owner is null || owner == execution.Arn
            || string.CompareOrdinal(since, ItemTime.Of(execution)) < 0;
        return isCurrent ? WithMetadataOf(item, call) : null;
    }

    /// <summary>Whether the call has an item, and the manifest of the job whose results that has; null while it has
    /// none that count.</summary>
    public async Task<(bool HasItem, S3Uri? Manifest)> FindResultsAsync(Call call, CancellationToken cancellationToken)
    {
        var item = await items.ReadAsync(call, cancellationToken);
        var manifest = item.GetValueOrDefault(CallAttributes.Status)?.S == CallStatus.Success
            && S3Uri.TryParse(item.GetValueOrDefault(CallAttributes.OutputUri)?.S, out var uri, out _)
            ? uri
            : null;
        return (item.Count > 0, manifest);
    }

    /// <returns>False when a later execution owns the item: nothing was written.</returns>
    public Task<bool> TrySucceedAsync(
        Call call,
        ExecutionReference execution,
        IReadOnlyDictionary<string, AttributeValue> results,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = new Dictionary<string, AttributeValue>(results, StringComparer.Ordinal);
        foreach (var (attribute, value) in AttemptAttributes.Of(call.Job, execution, now))
        {
            all[attribute] = value;
        }

        void Succeed(ItemUpdate update) => update
            .SetEnd(CallStatus.Success, now)
            .Set(all)
            .Remove(FailureAttributes.All)
            .Remove(ResultAttributes.All.Concat(AttemptAttributes.All).Except(all.Keys, StringComparer.Ordinal));

        return items.TryWriteAsync(call, execution, Succeed, cancellationToken);
    }

    /// <summary>Records a failure once. A second invocation for the same failure is a redrive, and puts the call back
    /// to IN_PROGRESS. So is a failure that is not on record although its execution ended after it: the function that
    /// should have recorded it was killed, and this is the redrive of that end. A missing item was deleted since the
    /// call was received, so that a redrive cannot be told from a first failure: the call goes on, and fails again if
    /// it must.</summary>
    /// <param name="invocationId">Lambda's request id: a write that the SDK repeated is not taken for a
    /// redrive.</param>
    public async Task<RecordedFailure> RecordFailureAsync(
        FailureCaptured failure, FailureReport report, string invocationId, CancellationToken cancellationToken)
    {
        var (call, execution) = (failure.Call, failure.Execution);
        var (id, failedAt) = ($"{execution.Name}@{failure.FailureId}", ItemTime.Of(ItemTime.Parse(failure.FailureId)));
        void Fail(ItemUpdate update) => update
            .SetEnd(CallStatus.Failed, time.GetUtcNow())
            .Set(CallAttributes.Error, report.Error)
            .Set(CallAttributes.Cause, report.Cause)
            .Set(CallAttributes.FailedState, report.FailedState)
            .Set(CallAttributes.FailureId, id)
            .Set(CallAttributes.FailureRecordedBy, invocationId)
            .When(update.IsThere(CallAttributes.Hash))
            .When(update.IsAbsent(CallAttributes.FailureId), update.IsNot(CallAttributes.FailureId, id))
            .When(
                update.IsNot(CallAttributes.ExecutionArn, execution.Arn),
                update.IsAbsent(CallAttributes.ExecutionEndedAt),
                update.IsBefore(CallAttributes.ExecutionEndedAt, failedAt));

        if (await items.TryWriteAsync(call, execution, Fail, cancellationToken))
        {
            return RecordedFailure.New;
        }

        var item = await items.ReadAsync(call, cancellationToken);
        if (item.Count == 0 && await erased.ContainsAsync(call, cancellationToken))
        {
            return RecordedFailure.Superseded;
        }

        return item.GetValueOrDefault(CallAttributes.FailureId)?.S == id
            && item.GetValueOrDefault(CallAttributes.FailureRecordedBy)?.S == invocationId
                ? RecordedFailure.New
                : await ResumeAsync(failure, id, failedAt, cancellationToken);
    }

    private async Task<RecordedFailure> ResumeAsync(
        FailureCaptured failure, string id, string failedAt, CancellationToken cancellationToken)
    {
        void Resume(ItemUpdate update) => update
            .SetProgress(CallStep.AfterRedrive(failure.Call.Job), time.GetUtcNow())
            .Set(CallAttributes.FailureId, id)
            .Remove(FailureAttributes.All)
            .When(
                update.IsAbsent(CallAttributes.Hash),
                update.Is(CallAttributes.FailureId, id),
                update.IsAtLeast(CallAttributes.ExecutionEndedAt, failedAt));

        return await items.TryWriteAsync(failure.Call, failure.Execution, Resume, cancellationToken)
            ? RecordedFailure.Redriven
            : RecordedFailure.Superseded;
    }

    private static Call WithMetadataOf(Dictionary<string, AttributeValue> item, Call call)
    {
        var known = AttributeJson.ToJson(AttributeJson.ToAttribute(call.Metadata));
        return item.GetValueOrDefault(CallAttributes.Metadata) is { } metadata
            && AttributeJson.ToJson(metadata) is JsonObject said
            && !JsonNode.DeepEquals(said, known)
                ? call with { Metadata = said }
                : call;
    }
}
