using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Aws;

/// <summary>The items of calls, as people ask for them: by hash, or newest first. Never a Scan.</summary>
internal sealed class CallReader(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>The recordings of one call id, newest first, with their transcripts.</summary>
    public async Task<CallPage> OfCallAsync(
        string hash, int limit, CallItemKey? after, CancellationToken cancellationToken)
    {
        var request = NewestFirst(limit, CallAttributes.Hash, hash);
        request.ExclusiveStartKey = after?.ToAttributes();
        return await PageAsync(request, cancellationToken);
    }

    /// <summary>All calls, newest first, from the index by time: without transcripts.</summary>
    /// <param name="from">The earliest recording's Unix seconds, included.</param>
    /// <param name="to">The latest recording's Unix seconds, included.</param>
    public async Task<CallPage> RecentAsync(
        int limit, long from, long to, CallItemKey? after, CancellationToken cancellationToken)
    {
        var request = NewestFirst(limit, CallAttributes.Listing, CallAttributes.ListingOfCalls);
        request.IndexName = CallAttributes.IndexByTime;
        request.KeyConditionExpression += " AND #time BETWEEN :from AND :to";
        request.ExpressionAttributeNames["#time"] = CallAttributes.EpochSeconds;
        request.ExpressionAttributeValues[":from"] = Number(from);
        request.ExpressionAttributeValues[":to"] = Number(to);
        if (after is not null)
        {
            request.ExclusiveStartKey = after.ToAttributes();
            request.ExclusiveStartKey[CallAttributes.Listing] =
                new AttributeValue { S = CallAttributes.ListingOfCalls };
        }

        return await PageAsync(request, cancellationToken);
    }

    /// <summary>The same items whole, with their transcripts, in the same order.</summary>
    public async Task<CallPage> WholeAsync(CallPage page, CancellationToken cancellationToken)
    {
        var items = await Task.WhenAll(page.Items.Select(item => WholeAsync(item, cancellationToken)));
        return page with { Items = items };
    }

    private async Task<JsonObject> WholeAsync(JsonObject item, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = CallItemKey.Of(item).ToAttributes() };
        var answer = await ServiceErrors.TranslateAsync(
            "GetItem", () => dynamoDb.GetItemAsync(request, cancellationToken));
        // Erased between the two reads: the index still had it.
        return answer.Item is { Count: > 0 } whole ? ItemJson.Of(whole) : item;
    }

    private async Task<CallPage> PageAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        var answer = await ServiceErrors.TranslateAsync(
            "Query", () => dynamoDb.QueryAsync(request, cancellationToken));
        var next = answer.LastEvaluatedKey is { Count: > 0 } last ? KeyOf(last) : null;
        return new CallPage([.. (answer.Items ?? []).Select(ItemJson.Of)], next);
    }

    private QueryRequest NewestFirst(int limit, string partition, string value) => new()
    {
        TableName = table,
        KeyConditionExpression = "#partition = :partition",
        ExpressionAttributeNames = new Dictionary<string, string> { ["#partition"] = partition },
        ExpressionAttributeValues = new Dictionary<string, AttributeValue>
        {
            [":partition"] = new AttributeValue { S = value },
        },
        ScanIndexForward = false,
        Limit = limit,
    };

    private static CallItemKey KeyOf(Dictionary<string, AttributeValue> item) => new(
        item[CallAttributes.Hash].S,
        long.Parse(item[CallAttributes.EpochSeconds].N, CultureInfo.InvariantCulture));

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
