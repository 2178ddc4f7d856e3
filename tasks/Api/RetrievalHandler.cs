using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using CallRecording.Tasks.Api.Answers;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Results;
using CallRecording.Tasks.Settings;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Api;

/// <summary>The API: which question a request asks, and what becomes of one that cannot be answered.</summary>
internal sealed class RetrievalHandler
{
    private readonly Dictionary<string, Func<ApiRequest, ApiQuery, Task<ApiResponse>>> questions;
    private readonly AllowedOrigins origins;

    private RetrievalHandler(ApiData data, PageToken tokens, AllowedOrigins origins)
    {
        this.origins = origins;
        var getCall = new GetCall(data.Calls, tokens);
        var finder = new CallFinder(data.Calls, data.Search);
        var recordings = new RecordingFinder(data.Calls);
        questions = new(StringComparer.Ordinal)
        {
            [ListCalls.Route] = For(new ListCalls(finder, getCall, tokens).AnswerAsync),
            [CountCalls.Route] = For(new CountCalls(data.Counts, data.Search, tokens).AnswerAsync),
            [OverviewOfCalls.Route] = For(new OverviewOfCalls(data.Counts, tokens).AnswerAsync),
            [ExportCalls.Route] = For(new ExportCalls(finder, tokens).AnswerAsync),
            [GetCall.Route] = ForHash(getCall.AnswerAsync),
            [GetSegments.Route] = ForHash(new GetSegments(recordings, data.Results, tokens).AnswerAsync),
            [GetAudio.Route] = ForHash(new GetAudio(recordings, data.Audio).AnswerAsync),
        };
    }

    public IReadOnlyCollection<string> Routes => questions.Keys;

    public static RetrievalHandler Create(SettingsReader settings) => Create(
        new AmazonDynamoDBClient(),
        settings.Text("DYNAMODB_TABLE_NAME"),
        settings.Text("WORDS_TABLE_NAME"),
        new AmazonS3Client(),
        TokenKey.Read(settings),
        AllowedOrigins.Read(settings),
        TimeProvider.System);

    /// <param name="tokenKey">What tokens are signed with.</param>
    public static RetrievalHandler Create(
        IAmazonDynamoDB dynamoDb,
        string table,
        string wordsTable,
        IAmazonS3 s3,
        byte[] tokenKey,
        AllowedOrigins origins,
        TimeProvider time) =>
        new(
            new ApiData(
                new CallReader(dynamoDb, table),
                new CallSearch(new WordReader(dynamoDb, wordsTable), new CallBatch(dynamoDb, table)),
                new CallCounts(dynamoDb, table),
                new StoredResults(s3),
                new AudioLinks(s3, time)),
            new PageToken(tokenKey),
            origins);

    public async Task<ApiResponse> HandleAsync(ApiRequest request, ILambdaContext context) =>
        origins.Tell(await AnswerAsync(request, context), request.Header("Origin"), "GET,OPTIONS");

    private async Task<ApiResponse> AnswerAsync(ApiRequest request, ILambdaContext context)
    {
        try
        {
            return Revalidation.Answer(request, await AnswerAsync(request));
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

    private Task<ApiResponse> AnswerAsync(ApiRequest request) => request.HttpMethod switch
    {
        "OPTIONS" => Task.FromResult(ApiResponse.Preflight()),
        "GET" => questions.TryGetValue(request.Resource ?? string.Empty, out var answer)
            ? answer(request, new ApiQuery(request.Query))
            : Task.FromResult(ApiResponse.Problem(
                404, $"There is no such resource; there are {string.Join(", ", questions.Keys)}.")),
        _ => Task.FromResult(ApiResponse.MethodNotAllowed(request.HttpMethod ?? "No method")),
    };

    private static Func<ApiRequest, ApiQuery, Task<ApiResponse>> For(
        Func<ApiQuery, CancellationToken, Task<ApiResponse>> answer) =>
        (_, query) => answer(query, CancellationToken.None);

    private static Func<ApiRequest, ApiQuery, Task<ApiResponse>> ForHash(
        Func<string, ApiQuery, CancellationToken, Task<ApiResponse>> answer) => (request, query) =>
        answer(request.PathParameters?.GetValueOrDefault("hash") ?? string.Empty, query, CancellationToken.None);

    private static void LogFailure(ILambdaLogger logger, ApiRequest request, Exception failure) =>
        logger.LogError(
            failure, "{Method} {Path} failed", request.HttpMethod ?? string.Empty, request.Path ?? string.Empty);
}
