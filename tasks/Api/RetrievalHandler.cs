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

/// <summary>The API: routes each request to its query, and answers requests that have none with an error.</summary>
internal sealed class RetrievalHandler
{
    private readonly Dictionary<string, Func<ApiRequest, ApiQuery, CancellationToken, Task<ApiResponse>>> questions;
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

    public async Task<ApiResponse> HandleAsync(ApiRequest request, ILambdaContext context) => origins.Tell(
        await GuardedAnswer.OfAsync(
            async cancellationToken => Revalidation.Answer(request, await AnswerAsync(request, cancellationToken)),
            request.HttpMethod,
            request.Path,
            context),
        request.Header("Origin"),
        "GET,OPTIONS");

    private Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        request.HttpMethod switch
        {
            "OPTIONS" => Task.FromResult(ApiResponse.Preflight()),
            "GET" => questions.TryGetValue(request.Resource ?? string.Empty, out var answer)
                ? answer(request, new ApiQuery(request.Query), cancellationToken)
                : Task.FromResult(ApiResponse.Problem(
                    404, $"There is no such resource; there are {string.Join(", ", questions.Keys)}.")),
            _ => Task.FromResult(ApiResponse.MethodNotAllowed(request.HttpMethod, "GET")),
        };

    private static Func<ApiRequest, ApiQuery, CancellationToken, Task<ApiResponse>> For(
        Func<ApiQuery, CancellationToken, Task<ApiResponse>> answer) =>
        (_, query, cancellationToken) => answer(query, cancellationToken);

    private static Func<ApiRequest, ApiQuery, CancellationToken, Task<ApiResponse>> ForHash(
        Func<string, ApiQuery, CancellationToken, Task<ApiResponse>> answer) =>
        (request, query, cancellationToken) =>
            answer(request.PathParameters?.GetValueOrDefault("hash") ?? string.Empty, query, cancellationToken);
}
