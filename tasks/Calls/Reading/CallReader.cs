using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>Reads the items of calls: by hash, or newest first. Never a Scan.</summary>
internal sealed class CallReader(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>Whole items that are read at once: four megabytes at most.</summary>
    private const int WholeAtOnce = 10;

    private readonly CallBatch batch = new(dynamoDb, table);

    /// <summary>The recordings of one call id, newest first, with their transcripts.</summary>
    public Task<CallPage> OfCallAsync(string hash, int limit, string? after, CancellationToken cancellationToken)
    {
        var request = new TimeQuery(table, CallAttributes.Hash, hash).NewestFirst(limit);
        request.ExclusiveStartKey = after is null ? null : CallSortKey.Read(after).ToAttributes();
        return PageAsync(request, cancellationToken);
    }

    /// <summary>Calls of a time, and of a status where one is given, newest first: without transcripts.</summary>
    public Task<CallPage> ListAsync(
        CallFilter filter, int limit, string? after, CancellationToken cancellationToken)
    {
        var query = filter.Status is { } status
            ? new TimeQuery(table, CallAttributes.Status, status, CallAttributes.IndexByStatus)
            : new TimeQuery(
                table, CallAttributes.Listing, CallAttributes.ListingOfCalls, CallAttributes.IndexByTime);
        return PageAsync(query.NewestFirst(filter.From, filter.To, after, limit), cancellationToken);
    }

    /// <summary>The page with all that lists leave out, read a few items at a time.</summary>
    /// <param name="fits">Asked of each item in turn: false ends the page before it.</param>
    public async Task<CallPage> WholeAsync(
        CallPage page, Predicate<JsonObject> fits, CancellationToken cancellationToken)
    {
        var whole = new List<JsonObject>();
        foreach (var some in page.Items.Chunk(WholeAtOnce))
        {
            var read = (await WholeAsync(some, cancellationToken)).ToList();
            var taken = read.TakeWhile(item => fits(item)).ToList();
            whole.AddRange(taken);
            if (taken.Count < read.Count)
            {
                break;
            }
        }

        return page.Cut(whole.Count) with { Items = whole };
    }

    /// <summary>What is known of one recording; the newest of its call id where no time is given.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<StoredRecording?> FindAsync(
        string hash, long? epochSeconds, CancellationToken cancellationToken)
    {
        var query = new TimeQuery(table, CallAttributes.Hash, hash);
        var request = epochSeconds is { } time
            ? query.NewestFirst(time, time, after: null, limit: 1)
            : query.NewestFirst(limit: 1);
        request.ProjectionExpression = StoredRecording.AddNames(request.ExpressionAttributeNames);
        var answer = await ServiceErrors.TranslateAsync(
            "Query", () => dynamoDb.QueryAsync(request, cancellationToken));
        return answer.Items is [var item] ? StoredRecording.Of(item) : null;
    }

    private async Task<IEnumerable<JsonObject>> WholeAsync(JsonObject[] items, CancellationToken cancellationToken)
    {
        var budget = new RequestBudget(CallBatch.MaxRequests);
        var answer = await batch.ReadAsync([.. items.Select(CallItemKey.Of)], null, budget, cancellationToken);
        return items.Select(item => answer.Items.TryGetValue(CallItemKey.Of(item), out var whole)
            ? With(ItemJson.Of(whole), item)
            // Erased between the two reads: the index still had it.
            : item);
    }

    // What a search found is in no item.
    private static JsonObject With(JsonObject whole, JsonObject listed)
    {
        if (listed[CallSearch.Matches] is { } matches)
        {
            whole[CallSearch.Matches] = matches.DeepClone();
        }

        return whole;
    }

    private async Task<CallPage> PageAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        var answer = await ServiceErrors.TranslateAsync(
            "Query", () => dynamoDb.QueryAsync(request, cancellationToken));
        var next = answer.LastEvaluatedKey is { Count: > 0 } last ? CallSortKey.Of(CallItemKey.Of(last)) : null;
        return new CallPage([.. (answer.Items ?? []).Select(ItemJson.Of)], next);
    }
}
