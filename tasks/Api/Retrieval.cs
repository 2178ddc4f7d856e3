using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Api;

/// <summary>The API: which question a request asks, and what becomes of one that cannot be answered.</summary>
internal sealed class Retrieval(GetCall getCall, ListCalls listCalls)
{
    public static Retrieval Create(SettingsReader settings)
    {
        var reader = new CallReader(new AmazonDynamoDBClient(), settings.Text("DYNAMODB_TABLE_NAME"));
        var getCall = new GetCall(reader);
        return new Retrieval(getCall, new ListCalls(reader, getCall));
    }

    public async Task<ApiResponse> HandleAsync(ApiRequest request, ILambdaContext context)
    {
        try
        {
            return await AnswerAsync(request);
        }
        catch (ApiProblemException problem)
        {
            return ApiResponse.Problem(problem.StatusCode, problem.Message);
        }
#pragma warning disable CA1031 // Whoever asked learns that it failed, never how: that is for the log.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(context.Logger, request, failure);
            return ApiResponse.Problem(500, $"Internal error; the log has it under request {context.AwsRequestId}.");
        }
    }

    private Task<ApiResponse> AnswerAsync(ApiRequest request)
    {
        var query = new ApiQuery(request.Query);
        return (request.HttpMethod, request.Resource) switch
        {
            ("OPTIONS", _) => Task.FromResult(ApiResponse.Preflight()),
            (not "GET", _) => Task.FromResult(ApiResponse.MethodNotAllowed(request.HttpMethod ?? "No method")),
            (_, "/analytics") => listCalls.AnswerAsync(query, CancellationToken.None),
            (_, "/analytics/{hash}") => getCall.AnswerAsync(
                request.PathParameters?.GetValueOrDefault("hash") ?? string.Empty, query, CancellationToken.None),
            _ => Task.FromResult(ApiResponse.Problem(
                404, "There is no such resource; there are /analytics and /analytics/{hash}.")),
        };
    }

    private static void LogFailure(ILambdaLogger logger, ApiRequest request, Exception failure) =>
        logger.LogError(
            failure, "{Method} {Path} failed", request.HttpMethod ?? string.Empty, request.Path ?? string.Empty);
}
