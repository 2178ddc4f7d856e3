using Amazon.DynamoDBv2.Model;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Workflow.Identity;

namespace CallRecording.Operations.Erasing;

/// <summary>The items of one call id, and of no other with the same MD5.</summary>
internal sealed class ItemsOfCall(StackTarget target)
{
    public async Task<IReadOnlyList<ItemOfCall>> FindAsync(string callId, CancellationToken cancellationToken)
    {
        var request = new TimeQuery(target.Table, CallAttributes.Hash, CallHash.Of(callId)).NewestFirst(limit: null);
        request.ConsistentRead = true;
        request.ProjectionExpression = ItemOfCall.AddNames(request.ExpressionAttributeNames);
        return await target.QueryAsync(request, cancellationToken)
            .Select(ItemOfCall.Of)
            .Where(item => item.CallId == callId)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Where another call's item came in its place meanwhile, that stays.</summary>
    public async Task EraseAsync(ItemOfCall item, CancellationToken cancellationToken)
    {
        var request = new DeleteItemRequest
        {
            TableName = target.Table,
            Key = item.Key.ToAttributes(),
            ConditionExpression = "attribute_not_exists(#id) OR #id = :id",
            ExpressionAttributeNames = new() { ["#id"] = CallAttributes.CallId },
            ExpressionAttributeValues = new() { [":id"] = new AttributeValue { S = item.CallId } },
        };
        try
        {
            await target.RetryPolicy.AskAsync(
                $"DeleteItem {item.Key}",
                () => target.DynamoDb.DeleteItemAsync(request, cancellationToken),
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // It is gone.
        }
    }
}
