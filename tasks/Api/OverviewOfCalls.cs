using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/overview: calls by day, category and time of processing. The numbers of all pages add
/// up.</summary>
internal sealed class OverviewOfCalls(CallCounts counts, PageToken tokens)
{
    public const string Route = "/analytics/overview";

    /// <summary>Time zones are from UTC-12 to UTC+14.</summary>
    private const int MaxOffsetMinutes = 14 * 60;

    public async Task<ApiResponse> AnswerAsync(ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("from", "to", "utcOffsetMinutes", "nextToken");
        var (from, to) = FilterQuery.Between(query);
        var offset = query.Whole("utcOffsetMinutes", 0, -MaxOffsetMinutes, MaxOffsetMinutes);
        var sums = new OverviewSums(TimeSpan.FromMinutes(offset));
        var next = await counts.ReadAsync(
            from,
            to,
            query.Position(Route, tokens),
            new RequestBudget(RequestBudget.OfAnAnswer),
            sums.Add,
            cancellationToken);
        var body = sums.ToJson();
        if (next is not null)
        {
            body["nextToken"] = tokens.Of(query.Question(Route), next);
        }

        return ApiResponse.Of(200, body);
    }
}
