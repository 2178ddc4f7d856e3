using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/{hash} and GET /analytics?callId=: one call id's recordings, whole, newest first.</summary>
internal sealed class GetCall(CallReader calls, PageToken tokens)
{
    public const string Route = "/analytics/{hash}";

    // Ten items of DynamoDB's 400 KB usually stay under the 6 MB that Lambda can answer; CallAnswer measures it.
    private const int MaxItems = 10;

    public async Task<ApiResponse> AnswerAsync(string hash, ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("limit", "nextToken");
        return CallHashText.IsOne(hash)
            ? await AnswerAsync(hash, callId: null, query, cancellationToken)
            : throw new ApiProblemException(
                400, "The hash is not 32 lower-case hex digits, the MD5 of a call id; to ask by call id use ?callId=.");
    }

    public Task<ApiResponse> AnswerForCallIdAsync(string callId, ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("callId", "limit", "nextToken");
        return callId.Length > 0
            ? AnswerAsync(CallHash.Of(callId), callId, query, cancellationToken)
            : throw new ApiProblemException(400, "callId is empty.");
    }

    private async Task<ApiResponse> AnswerAsync(
        string hash, string? callId, ApiQuery query, CancellationToken cancellationToken)
    {
        var limit = query.Whole("limit", MaxItems, 1, MaxItems);
        // The hash is part of the question however it is asked for.
        var route = $"{Route} {hash}";
        var after = query.Position(route, tokens);
        var page = ResponseSize.Fit(await calls.OfCallAsync(hash, limit, after, cancellationToken));
        if (callId is not null && page.Items.Any(item => (string?)item[CallAttributes.CallId] != callId))
        {
            throw new ApiProblemException(
                404, "There is no call recording with that callId; another call id with the same MD5 has its place.");
        }

        return page.Items.Count > 0 || after is not null
            ? CallAnswer.Of(page, page.Next is { } next ? tokens.Of(query.Question(route), next) : null)
            : throw new ApiProblemException(
                404, $"There is no call recording with {(callId is null ? $"hash {hash}" : "that callId")}.");
    }
}
