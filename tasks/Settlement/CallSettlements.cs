using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Settlement;

/// <summary>Items of calls whose execution ended without recording it, as the settlement finds and writes
/// them.</summary>
internal sealed class CallSettlements(IAmazonDynamoDB dynamoDb, string table, TimeProvider time)
{
    /// <returns>Null where there is no item.</returns>
    public async Task<CallProgress?> FindAsync(CallItemKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = key.ToAttributes(),
            ConsistentRead = true,
            ProjectionExpression = "#id, #status, #arn, #updated, #input",
            ExpressionAttributeNames = new Dictionary<string, string>
            {
                ["#id"] = CallAttributes.CallId,
                ["#status"] = CallAttributes.Status,
                ["#arn"] = CallAttributes.ExecutionArn,
                ["#updated"] = CallAttributes.UpdatedAt,
                ["#input"] = CallAttributes.ExecutionInput,
            },
        };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetItem {key}", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item is { Count: > 0 } item
            ? new CallProgress(
                Text(item, CallAttributes.CallId),
                Text(item, CallAttributes.Status),
                Text(item, CallAttributes.ExecutionArn),
                Text(item, CallAttributes.UpdatedAt),
                item.GetValueOrDefault(CallAttributes.ExecutionInput)?.S)
            : null;
    }

    /// <summary>Writes FAILED while the item is as it was seen, in progress and of the same execution. Whatever was
    /// written since, by a redrive, by a later execution or by the recorder, stands.</summary>
    /// <param name="execution">Null when Step Functions does not know it.</param>
    /// <returns>False when nothing was written.</returns>
    public Task<bool> TrySettleAsync(
        CallItemKey key, CallProgress seen, ExecutionDescription? execution, CancellationToken cancellationToken)
    {
        var update = Failed(key, execution);
        update.When(update.Is(CallAttributes.Status, CallStatus.InProgress))
            .When(update.Is(CallAttributes.ExecutionArn, seen.ExecutionArn))
            .When(update.Is(CallAttributes.UpdatedAt, seen.UpdatedAt));
        return update.TryWriteAsync(dynamoDb, $"UpdateItem of call {seen.CallId}", cancellationToken);
    }

    /// <summary>Makes the item of a call whose execution ended before it had one.</summary>
    /// <returns>False when it has one meanwhile.</returns>
    public Task<bool> TryCreateAsync(
        Call call, ExecutionReference execution, ExecutionDescription? description, CancellationToken cancellationToken)
    {
        var update = Failed(CallItemKey.Of(call), description)
            .SetOwner(call, execution.Arn, time.GetUtcNow())
            .SetMetadata(call);
        if (description is null)
        {
            update.Set(CallAttributes.ExecutionStartedAt, ItemTime.Of(execution));
        }

        return update
            .When(update.IsAbsent(CallAttributes.Hash))
            .TryWriteAsync(dynamoDb, $"UpdateItem of call {call.CallId}", cancellationToken);
    }

    private ItemUpdate Failed(CallItemKey key, ExecutionDescription? execution)
    {
        var ending = execution?.Ending ?? ExecutionEnding.Forgotten;
        var update = new ItemUpdate(table, key)
            .SetEnd(CallStatus.Failed, time.GetUtcNow())
            .Set(CallAttributes.Error, ending.Error)
            .Set(CallAttributes.Cause, ending.Cause)
            .Set(CallAttributes.FailedState, ending.FailedState)
            .Set(CallAttributes.ExecutionStartedAt, execution is null ? null : ItemTime.Of(execution.Execution))
            .Set(CallAttributes.ExecutionEndedAt, execution?.StoppedAt is { } stopped ? ItemTime.Of(stopped) : null);
        return ending.FailedState is null ? update.Remove(CallAttributes.FailedState) : update;
    }

    private static string Text(Dictionary<string, AttributeValue> item, string attribute) =>
        item.GetValueOrDefault(attribute)?.S ?? throw new InvalidDataException($"The item has no {attribute}.");
}
