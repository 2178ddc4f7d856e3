using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Settlement;

/// <summary>Where a sweep stopped, for the next one to go on. It lives in the table of calls, under a key that is no
/// call's and in no index, so that no list and no answer ever shows it.</summary>
internal sealed class SweepCheckpoint(IAmazonDynamoDB dynamoDb, string table)
{
    // In items since the first sweep.
    private const string Attribute = "place";

    // A call's hash is 32 hex digits.
    private static readonly CallItemKey Key = new("settlement-sweep", 0);

    /// <returns>Null to begin with the oldest.</returns>
    public async Task<CallInProgress?> ReadAsync(CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = Key.ToAttributes(), ConsistentRead = true };
        var answer = await ServiceErrors.TranslateAsync(
            "GetItem of the sweep's checkpoint", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item?.GetValueOrDefault(Attribute)?.M is { Count: > 0 } saved ? CallInProgress.Of(saved) : null;
    }

    public Task SaveAsync(CallInProgress? row, CancellationToken cancellationToken)
    {
        var checkpoint = row is null
            ? new AttributeValue { NULL = true }
            : new AttributeValue { M = row.ToCheckpoint() };
        return new ItemUpdate(table, Key)
            .Set(Attribute, checkpoint)
            .TryWriteAsync(dynamoDb, "UpdateItem of the sweep's checkpoint", cancellationToken);
    }
}
