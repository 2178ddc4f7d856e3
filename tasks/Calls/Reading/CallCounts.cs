using Amazon.DynamoDBv2;
using CallRecording.Tasks.Failures;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>All calls of a time, with little more than what is counted: each request reads a megabyte, some thousands
/// of calls.</summary>
internal sealed class CallCounts(IAmazonDynamoDB dynamoDb, string table)
{
    /// <param name="after">Where the last page ended; null for the first.</param>
    /// <param name="count">Gets every call once.</param>
    /// <returns>Where the next page begins; null at the end.</returns>
    public async Task<string?> ReadAsync(
        long from,
        long to,
        string? after,
        RequestBudget budget,
        Action<CountedCall> count,
        CancellationToken cancellationToken)
    {
        var query = new TimeQuery(
            table, CallAttributes.Listing, CallAttributes.ListingOfCalls, CallAttributes.IndexOfCounts);
        var (next, more) = (after, true);
        while (more && budget.TrySpend())
        {
            var request = query.NewestFirst(from, to, next, limit: null);
            var answer = await ServiceErrors.TranslateAsync(
                $"Query of {CallAttributes.IndexOfCounts}", () => dynamoDb.QueryAsync(request, cancellationToken));
            foreach (var row in answer.Items ?? [])
            {
                count(CountedCall.Of(row));
            }

            more = answer.LastEvaluatedKey is { Count: > 0 };
            next = more ? CallSortKey.Of(CallItemKey.Of(answer.LastEvaluatedKey!)) : null; // There while there is more.
        }

        return next;
    }
}
