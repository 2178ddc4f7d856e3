using System.Text;
using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/export: the calls of a list as a file, one page after another.</summary>
internal sealed class ExportCalls(CallFinder finder, PageToken tokens)
{
    public const string Route = "/analytics/export";

    /// <summary>In which the next page's token comes: the body is the file.</summary>
    public const string NextTokenHeader = "X-Next-Token";

    private const int MaxItems = 100;

    public async Task<ApiResponse> AnswerAsync(ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly(["format", "limit", "nextToken", .. FilterQuery.Parameters, "include"]);
        var filter = FilterQuery.Read(query);
        var isCsv = query.OneOf("format", "csv", "jsonl") is not "jsonl";
        var whole = query.Includes("transcript");
        var limit = query.Whole("limit", MaxItems, 1, MaxItems);
        var after = query.Position(Route, tokens);
        var page = await finder.FindAsync(filter, limit, after, whole, cancellationToken);
        foreach (var item in page.Items)
        {
            // Of the search, not of the call.
            item.Remove(CallSearch.Matches);
        }

        var body = isCsv ? CsvExport.Of(page.Items, withHeader: after is null, whole) : Lines(page);
        var name = isCsv ? "calls.csv" : "calls.jsonl";
        return ApiResponse.File(
            isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
            name,
            body,
            page.Next is { } next ? (NextTokenHeader, tokens.Of(query.Question(Route), next)) : null);
    }

    private static string Lines(CallPage page)
    {
        var lines = new StringBuilder();
        foreach (var item in page.Items)
        {
            lines.Append(ApiResponse.Text(item)).Append('\n');
        }

        return lines.ToString();
    }
}
