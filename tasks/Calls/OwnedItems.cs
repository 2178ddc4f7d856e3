using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Calls;

/// <summary>Items of calls with their owner: one execution owns an item at a time, the one that started last, and only
/// it may write.</summary>
internal sealed class OwnedItems(IAmazonDynamoDB dynamoDb, string table, TimeProvider time)
{
    /// <summary>Writes to an item that is the execution's, or that it may take: one that is not there, or one of an
    /// execution that started before it; never one that was just received, whose execution is about to start.</summary>
    public async Task<bool> TryWriteAsync(
        Call call, ExecutionReference execution, Action<ItemUpdate> change, CancellationToken cancellationToken)
    {
        var own = Owned(call, execution);
        own.When(own.Is(CallAttributes.ExecutionArn, execution.Arn));
        change(own);
        if (await TryWriteAsync(own, call, cancellationToken))
        {
            return true;
        }

        var taken = Owned(call, execution).SetMetadata(call);
        taken.When(
                taken.IsAbsent(CallAttributes.ExecutionArn), taken.IsNot(CallAttributes.ExecutionArn, execution.Arn))
            .When(taken.IsAbsent(CallAttributes.ExecutionInput))
            .When(
                taken.IsAbsent(CallAttributes.ExecutionStartedAt),
                taken.IsBefore(CallAttributes.ExecutionStartedAt, ItemTime.Of(execution)));
        change(taken);
        return await TryWriteAsync(taken, call, cancellationToken);
    }

    /// <summary>What an execution must know of the call's item; empty where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>> ReadAsync(Call call, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = CallItemKey.Of(call).ToAttributes(),
            ConsistentRead = true,
            ProjectionExpression = "#arn, #since, #failure, #by, #status, #output, #metadata",
            ExpressionAttributeNames = new Dictionary<string, string>
            {
                ["#arn"] = CallAttributes.ExecutionArn,
                ["#since"] = CallAttributes.ExecutionStartedAt,
                ["#failure"] = CallAttributes.FailureId,
                ["#by"] = CallAttributes.FailureRecordedBy,
                ["#status"] = CallAttributes.Status,
                ["#output"] = CallAttributes.OutputUri,
                ["#metadata"] = CallAttributes.Metadata,
            },
        };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetItem of call {call.CallId}", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item ?? [];
    }

    private ItemUpdate Owned(Call call, ExecutionReference execution) => new ItemUpdate(table, CallItemKey.Of(call))
        .SetOwner(call, execution, time.GetUtcNow())
        .WhenOf(call);

    private Task<bool> TryWriteAsync(ItemUpdate update, Call call, CancellationToken cancellationToken) =>
        update.TryWriteAsync(dynamoDb, $"UpdateItem of call {call.CallId}", cancellationToken);
}
