using System.Text.Json.Nodes;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/count: how many calls the filters of a list allow. The counts of all pages add up.</summary>
internal sealed class CountCalls(CallCounts counts, CallSearch search, PageToken tokens)
{
    public const string Route = "/analytics/count";

    /// <summary>Of a search: the requests of a page are used up before.</summary>
    private const int MaxFound = 1000;

    public async Task<ApiResponse> AnswerAsync(ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly(["nextToken", .. FilterQuery.Parameters]);
        var filter = FilterQuery.Read(query);
        var after = query.Position(Route, tokens);
        var (count, next) = filter.Terms.Count > 0
            ? await SearchAsync(filter, after, cancellationToken)
            : await CountAsync(filter, after, cancellationToken);
        var body = new JsonObject { ["message"] = "Calls counted", ["count"] = count };
        if (next is not null)
        {
            body["nextToken"] = tokens.Of(query.Question(Route), next);
        }

        return ApiResponse.Of(200, body);
    }

    private async Task<(int Count, string? Next)> SearchAsync(
        CallFilter filter, string? after, CancellationToken cancellationToken)
    {
        var page = await search.FindAsync(filter, MaxFound, after, ListedAttributes.Counted, cancellationToken);
        return (page.Items.Count, page.Next);
    }

    private async Task<(int Count, string? Next)> CountAsync(
        CallFilter filter, string? after, CancellationToken cancellationToken)
    {
        var count = 0;
        var next = await counts.ReadAsync(
            filter.From,
            filter.To,
            after,
            new RequestBudget(RequestBudget.OfAnAnswer),
            call => count += filter.Allows(call.Status, call.Categories) ? 1 : 0,
            cancellationToken);
        return (count, next);
    }
}
