using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Words;

/// <summary>Calls by their words and categories, newest first, with where each word was found. A page makes a bounded
/// number of requests: it may end short and still have a next one.</summary>
internal sealed class CallSearch(WordReader words, CallBatch calls)
{
    /// <summary>What of the question was found where: a member that no item has.</summary>
    public const string Matches = "matches";

    // One for what the last index entry names, the rest for what DynamoDB leaves out of a batch.
    private const int RequestsForItems = CallBatch.MaxRequests;

    // Few rows are read for nothing when a page is full, and a word with a handful of calls needs one request.
    private const int FewestRows = 25;

    /// <param name="after">Where the last page ended; null for the first.</param>
    /// <param name="attributes">What to read of each item.</param>
    public async Task<CallPage> FindAsync(
        CallFilter filter,
        int limit,
        string? after,
        IReadOnlyList<string> attributes,
        CancellationToken cancellationToken)
    {
        var budget = new RequestBudget(RequestBudget.OfAnAnswer);
        var start = after ?? CallSortKey.Latest(filter.To);
        var walk = new WordIntersection([.. filter.Terms.Select(term => Cursor(filter, term, limit))], start);
        var found = new List<JsonObject>();
        var reached = start;
        while (found.Count < limit && budget.Left > 0)
        {
            var batch = await walk.NextAsync(
                BatchOf(filter, limit - found.Count), budget, RequestsForItems, cancellationToken);
            var settled = await ReadAsync(filter, batch, limit, found, attributes, budget, cancellationToken);
            if (settled < batch.Count)
            {
                return Short(found, settled == 0 ? reached : batch[settled - 1].SortKey, start);
            }

            reached = walk.Below;
            if (batch.Count == 0)
            {
                break;
            }
        }

        return new CallPage(found, walk.Ended ? null : reached);
    }

    private WordCursor Cursor(CallFilter filter, string term, int limit) => new(
        words, term, CallSortKey.Earliest(filter.From), Math.Clamp(limit + 1, FewestRows, CallBatch.MaxKeys + 1));

    // A status is in the items alone: how many of a batch have it is not known before.
    private static int BatchOf(CallFilter filter, int limit) =>
        filter.Status is null ? Math.Min(limit, CallBatch.MaxKeys) : CallBatch.MaxKeys;

    /// <returns>How many of the batch are done with, from its beginning.</returns>
    private async Task<int> ReadAsync(
        CallFilter filter,
        IReadOnlyList<WordMatch> batch,
        int limit,
        List<JsonObject> found,
        IReadOnlyList<string> attributes,
        RequestBudget budget,
        CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var keys = batch.Select(match => CallSortKey.Read(match.SortKey)).ToList();
        var answer = await calls.ReadAsync(keys, attributes, budget, cancellationToken);
        for (var at = 0; at < batch.Count; at++)
        {
            if (found.Count == limit || answer.Unread.Contains(keys[at]))
            {
                return at;
            }

            if (answer.Items.TryGetValue(keys[at], out var item) && Allows(filter, item))
            {
                var json = ItemJson.Of(item);
                json[Matches] = MatchesOf(filter, batch[at]);
                found.Add(json);
            }
        }

        return batch.Count;
    }

    private static CallPage Short(List<JsonObject> found, string reached, string start) => reached != start
        ? new CallPage(found, reached)
        : throw new ServiceThrottledException($"BatchGetItem: no item was read in {CallBatch.MaxRequests} requests.");

    private static bool Allows(CallFilter filter, Dictionary<string, AttributeValue> item) => filter.Allows(
        item.GetValueOrDefault(CallAttributes.Status)?.S,
        item.GetValueOrDefault(CallAttributes.CallCategories)?.L?.Select(category => category.S));

    // Those of words: a category is not found anywhere in a text. Made by the constructor: a collection expression
    // would add with the generic overload, which is not free of reflection.
    private static JsonArray MatchesOf(CallFilter filter, WordMatch match) =>
        new([.. match.Rows.Take(filter.Words.Count).Select(row => (JsonNode?)row.ToJson())]);
}
