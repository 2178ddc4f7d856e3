using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Settlement;

/// <summary>The calls in progress, the one without a change for longest first. The index holds only these, so that
/// finding them costs the same for any number of calls.</summary>
internal sealed class CallsInProgress(IAmazonDynamoDB dynamoDb, string table)
{
    /// <param name="after">Where the last page ended; null for the first.</param>
    public async Task<CallsInProgressPage> NotHeardOfSinceAsync(
        DateTimeOffset moment, CallInProgress? after, int limit, CancellationToken cancellationToken)
    {
        var request = OldestFirst(limit);
        request.KeyConditionExpression += " AND #updated < :moment";
        request.ExpressionAttributeNames["#updated"] = CallAttributes.UpdatedAt;
        request.ExpressionAttributeValues[":moment"] = new AttributeValue { S = ItemTime.Of(moment) };
        request.ExclusiveStartKey = after?.ToCheckpoint();
        var answer = await QueryAsync(request, cancellationToken);
        return new CallsInProgressPage(
            [.. (answer.Items ?? []).Select(CallInProgress.Of)], answer.LastEvaluatedKey is { Count: > 0 });
    }

    /// <summary>The oldest ones, as the index has them.</summary>
    public async Task<IReadOnlyList<CallInProgress>> OldestAsync(int limit, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(OldestFirst(limit), cancellationToken);
        return [.. (answer.Items ?? []).Select(CallInProgress.Of)];
    }

    private Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken) =>
        ServiceErrors.TranslateAsync(
            $"Query of {CallAttributes.IndexInProgress}", () => dynamoDb.QueryAsync(request, cancellationToken));

    private QueryRequest OldestFirst(int limit) => new()
    {
        TableName = table,
        IndexName = CallAttributes.IndexInProgress,
        KeyConditionExpression = "#partition = :partition",
        ExpressionAttributeNames = new Dictionary<string, string> { ["#partition"] = CallAttributes.InProgress },
        ExpressionAttributeValues = new Dictionary<string, AttributeValue>
        {
            [":partition"] = new AttributeValue { S = CallAttributes.InProgressCalls },
        },
        ScanIndexForward = true,
        Limit = limit,
    };
}
