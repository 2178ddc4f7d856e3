using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/{hash}/segments: who said what and when, by page, however long the call is.</summary>
internal sealed class GetSegments(RecordingFinder recordings, StoredResults results, PageToken tokens)
{
    public const string Route = "/analytics/{hash}/segments";

    private const int DefaultItems = 200;
    private const int MaxItems = 1000;

    public async Task<ApiResponse> AnswerAsync(string hash, ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("epchdatetimestamp", "limit", "nextToken", "include");
        var withWords = query.Includes("words");
        var limit = query.Whole("limit", DefaultItems, 1, MaxItems);
        var route = $"{Route} {hash}";
        var position = query.Position(route, tokens);
        var recording = await recordings.FindAsync(hash, query, cancellationToken);
        var record = await ReadAsync(recording, cancellationToken);
        // The page of one recording's results, as they were when the first page was asked for.
        var start = position is null ? 0 : Start(position, recording);
        var items = Items(record.Results, start, limit, withWords);
        var count = ResponseSize.CountThatFits(items);
        var body = new JsonObject
        {
            ["message"] = "Segments retrieved successfully",
            ["count"] = count,
            ["items"] = new JsonArray([.. items.Take(count)]),
        };
        if (start + count < record.Results.Segments.Count)
        {
            body["nextToken"] = tokens.Of(query.Question(route), Position(start + count, recording));
        }

        return ApiResponse.Of(200, body);
    }

    private async Task<CallRecord> ReadAsync(StoredRecording recording, CancellationToken cancellationToken)
    {
        if (!S3Uri.TryParse(recording.Results, out var file, out _))
        {
            throw new ApiProblemException(
                404, $"There are no results of this recording yet; it is {recording.Status}.");
        }

        return await results.FindAsync(file, recording.ResultsVersion, cancellationToken)
            ?? throw new ApiProblemException(404, $"The results of this recording are gone: {file} does not exist.");
    }

    private static List<JsonObject> Items(CallResults results, int start, int limit, bool withWords)
    {
        var segments = results.Segments.Skip(start).Take(limit).ToList();
        var wanted = segments.Select(segment => segment.Index).ToHashSet();
        var words = withWords
            ? results.Words.Where(word => word.SegmentIndex is { } index && wanted.Contains(index))
                .ToLookup(word => word.SegmentIndex)
            : null;
        return [.. segments.Select(segment => SegmentJson.Of(
            segment, SegmentJson.ModerationOf(segment, results.Moderation), words?[segment.Index]))];
    }

    private static string Position(int start, StoredRecording recording) => string.Create(
        CultureInfo.InvariantCulture,
        $"{start}/{recording.Key.EpochSeconds}/{recording.ResultsVersion ?? recording.UpdatedAt}");

    private static int Start(string position, StoredRecording recording)
    {
        var start = int.Parse(
            position.AsSpan(0, position.IndexOf('/')), NumberStyles.None, CultureInfo.InvariantCulture);
        return position == Position(start, recording)
            ? start
            : throw new ApiProblemException(
                400, "nextToken belongs to results that were replaced since; ask for the first page without it.");
    }
}
