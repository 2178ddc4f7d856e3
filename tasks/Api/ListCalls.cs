using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics: calls, newest first, by page.</summary>
internal sealed class ListCalls(CallFinder finder, GetCall getCall, PageToken tokens)
{
    public const string Route = "/analytics";

    private const int DefaultItems = 20;
    private const int MaxItems = 100;

    // Ten items of DynamoDB's 400 KB usually stay under the 6 MB that Lambda can answer; CallAnswer measures it.
    private const int MaxWholeItems = 10;

    public Task<ApiResponse> AnswerAsync(ApiQuery query, CancellationToken cancellationToken) =>
        query.Text("callId")?.Trim() is { } callId
            ? getCall.AnswerForCallIdAsync(callId, query, cancellationToken)
            : ListAsync(query, cancellationToken);

    private async Task<ApiResponse> ListAsync(ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly(["callId", "limit", "nextToken", .. FilterQuery.Parameters, "include"]);
        var filter = FilterQuery.Read(query);
        var whole = query.Includes("transcript");
        var max = whole ? MaxWholeItems : MaxItems;
        var limit = query.Whole("limit", Math.Min(DefaultItems, max), 1, max);
        var after = query.Position(Route, tokens);
        var page = await finder.FindAsync(filter, limit, after, whole, cancellationToken);
        return CallAnswer.Of(page, page.Next is { } next ? tokens.Of(query.Question(Route), next) : null);
    }
}
