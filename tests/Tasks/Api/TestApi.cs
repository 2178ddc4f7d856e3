using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.S3;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>The API as API Gateway asks it.</summary>
/// <param name="s3">Null for questions that need none.</param>
internal sealed class TestApi(
    TestTable table, string? tableName = null, IAmazonDynamoDB? dynamoDb = null, IAmazonS3? s3 = null,
    string origins = "*")
{
    public static readonly byte[] TokenKey = [.. Enumerable.Range(0, 32).Select(index => (byte)index)];

    private readonly RetrievalHandler retrieval = RetrievalHandler.Create(
        dynamoDb ?? table.DynamoDb, tableName ?? table.Name, table.WordsName, s3!, TokenKey,
        AllowedOrigins.Parse(origins), TimeProvider.System);

    public TestInvocation Invocation { get; } = new();

    public IReadOnlyCollection<string> Routes => retrieval.Routes;

    public Task<ApiResponse> ListAsync(params (string Name, string Value)[] query) =>
        AskAsync(Get("/analytics", query));

    public Task<ApiResponse> CallAsync(string hash, params (string Name, string Value)[] query) =>
        AskAsync(GetOf(hash, "/analytics/{hash}", query));

    /// <summary>The items of all pages of a route, in their order.</summary>
    public async Task<List<JsonObject>> AllAsync(string route, params (string Name, string Value)[] query)
    {
        const int MaxPages = 10_000;
        var (all, token) = (new List<JsonObject>(), (string?)null);
        for (var page = 0; page < MaxPages; page++)
        {
            (string, string)[] whole = token is null ? query : [.. query, ("nextToken", token)];
            var answer = await AskAsync(Get(route, whole));
            all.AddRange(Items(answer));
            token = (string?)Body(answer)["nextToken"];
            if (token is null)
            {
                return all;
            }
        }

        throw new InvalidOperationException($"{route} has more than {MaxPages} pages.");
    }

    public Task<ApiResponse> AskAsync(ApiRequest request) => retrieval.HandleAsync(request, Invocation);

    /// <summary>The body of an answer that is a success.</summary>
    public static JsonObject Body(ApiResponse answer)
    {
        Assert.True(answer.StatusCode == 200, $"{answer.StatusCode}: {answer.Body}");
        return JsonNode.Parse(answer.Body)!.AsObject(); // A body is never the JSON null.
    }

    public static IReadOnlyList<JsonObject> Items(ApiResponse answer)
    {
        var body = Body(answer);
        var items = body["items"]!.AsArray().Select(item => item!.AsObject()).ToList(); // Objects all of them.
        Assert.Equal(items.Count, (int?)body["count"]);
        return items;
    }

    public static ApiRequest Get(string resource, params (string Name, string Value)[] query) => new()
    {
        HttpMethod = "GET",
        Resource = resource,
        Path = resource,
        Query = query.ToDictionary(one => one.Name, one => (IReadOnlyList<string>)[one.Value]),
    };

    /// <summary>About one call.</summary>
    public static ApiRequest GetOf(string hash, string resource, params (string Name, string Value)[] query) =>
        Get(resource, query) with { PathParameters = new Dictionary<string, string> { ["hash"] = hash } };
}
