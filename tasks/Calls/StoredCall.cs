using Amazon.DynamoDBv2;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Calls;

/// <summary>Which call an item is about: the keys alone do not say it, because MD5s collide.</summary>
/// <param name="Audio">The s3:// URI of its recording.</param>
internal sealed record StoredCall(string CallId, string Audio)
{
    private static readonly string[] Attributes = [CallAttributes.CallId, CallAttributes.InputUri];

    /// <summary>The newest item of a hash; at a time where one is given.</summary>
    /// <returns>Null where there is none.</returns>
    public static async Task<StoredCall?> FindAsync(
        IAmazonDynamoDB dynamoDb, string table, string hash, long? epochSeconds, CancellationToken cancellationToken)
    {
        var query = new TimeQuery(table, CallAttributes.Hash, hash);
        var request = epochSeconds is { } time
            ? query.NewestFirst(time, time, after: null, limit: 1)
            : query.NewestFirst(limit: 1);
        request.ConsistentRead = true;
        request.ProjectionExpression = string.Join(", ", Attributes);
        var answer = await ServiceErrors.TranslateAsync(
            "Query", () => dynamoDb.QueryAsync(request, cancellationToken));
        return answer.Items is [var item]
            ? new StoredCall(
                item.GetValueOrDefault(CallAttributes.CallId)?.S ?? string.Empty,
                item.GetValueOrDefault(CallAttributes.InputUri)?.S ?? string.Empty)
            : null;
    }
}
