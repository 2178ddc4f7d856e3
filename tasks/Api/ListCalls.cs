using CallRecording.Tasks.Aws;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics: all calls, newest first, by page.</summary>
internal sealed class ListCalls(CallReader calls, GetCall getCall)
{
    private const int UsualItems = 20;
    private const int MostItems = 100;

    // Ten items of DynamoDB's 400 KB usually stay under the 6 MB that Lambda can answer; CallAnswer measures it.
    private const int MostWholeItems = 10;

    public Task<ApiResponse> AnswerAsync(ApiQuery query, CancellationToken cancellationToken) =>
        query.Text("callId") is { } callId
            ? getCall.AnswerForCallIdAsync(callId, query, cancellationToken)
            : ListAsync(query, cancellationToken);

    private async Task<ApiResponse> ListAsync(ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("callId", "limit", "nextToken", "from", "to", "include");
        var whole = IncludesTranscript(query);
        var most = whole ? MostWholeItems : MostItems;
        var limit = query.Whole("limit", Math.Min(UsualItems, most), 1, most);
        var (from, to) = Between(query);
        var page = await calls.RecentAsync(limit, from, to, After(query, from, to), cancellationToken);
        return CallAnswer.Of(whole ? await calls.WholeAsync(page, cancellationToken) : page);
    }

    private static (long From, long To) Between(ApiQuery query)
    {
        var (from, to) = (query.Moment("from") ?? 0, query.Moment("to") ?? DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        return from <= to ? (from, to) : throw new ApiProblemException(400, "from is later than to.");
    }

    private static CallItemKey? After(ApiQuery query, long from, long to)
    {
        var after = query.Text("nextToken") is { } token ? PageToken.Read(token) : null;
        return after is null || (after.EpochSeconds >= from && after.EpochSeconds <= to)
            ? after
            : throw new ApiProblemException(
                400, "nextToken belongs to another question; ask for the first page without it.");
    }

    private static bool IncludesTranscript(ApiQuery query) => query.Text("include") switch
    {
        null => false,
        "transcript" => true,
        _ => throw new ApiProblemException(400, "include is not 'transcript', the one thing that can be included."),
    };
}
