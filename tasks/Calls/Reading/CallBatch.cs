using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>Items of calls by their keys, many with one request.</summary>
internal sealed class CallBatch(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>Of one request: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html.
    /// </summary>
    public const int MaxKeys = 100;

    /// <summary>An answer has 16 MB at most and leaves the rest out; 100 items of 400 KB need three.</summary>
    public const int MaxRequests = 4;

    /// <param name="attributes">What to read of each item; null for all.</param>
    /// <param name="budget">When it is used up, the rest is left unread.</param>
    public async Task<CallBatchAnswer> ReadAsync(
        IReadOnlyCollection<CallItemKey> keys,
        IReadOnlyList<string>? attributes,
        RequestBudget budget,
        CancellationToken cancellationToken)
    {
        var items = new Dictionary<CallItemKey, Dictionary<string, AttributeValue>>();
        var wanted = Wanted(keys, attributes);
        for (var request = 0; request < MaxRequests && wanted.Keys.Count > 0 && budget.TrySpend(); request++)
        {
            var asked = new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes> { [table] = wanted },
            };
            var answer = await ServiceErrors.TranslateAsync(
                "BatchGetItem", () => dynamoDb.BatchGetItemAsync(asked, cancellationToken));
            foreach (var item in answer.Responses?.GetValueOrDefault(table) ?? [])
            {
                items[CallItemKey.Of(item)] = item;
            }

            wanted = answer.UnprocessedKeys?.GetValueOrDefault(table) ?? new KeysAndAttributes { Keys = [] };
        }

        return new CallBatchAnswer(items, wanted.Keys.Select(CallItemKey.Of).ToHashSet());
    }

    private static KeysAndAttributes Wanted(IReadOnlyCollection<CallItemKey> keys, IReadOnlyList<string>? attributes)
    {
        var wanted = new KeysAndAttributes { Keys = [.. keys.Select(key => key.ToAttributes())] };
        if (attributes is not null)
        {
            wanted.ProjectionExpression = string.Join(", ", attributes.Select(attribute => "#" + attribute));
            wanted.ExpressionAttributeNames = attributes.ToDictionary(attribute => "#" + attribute);
        }

        return wanted;
    }
}
