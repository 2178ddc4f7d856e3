using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Aws;
using CallRecording.Tests.Tasks.Aws;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>The API as API Gateway asks it.</summary>
internal sealed class TestApi(TestTable table, string? tableName = null)
{
    private readonly Retrieval retrieval = Create(new CallReader(table.DynamoDb, tableName ?? table.Name));

    public TestInvocation Invocation { get; } = new();

    public Task<ApiResponse> ListAsync(params (string Name, string Value)[] query) =>
        AskAsync(Get("/analytics", query));

    public Task<ApiResponse> CallAsync(string hash, params (string Name, string Value)[] query) => AskAsync(
        Get("/analytics/{hash}", query) with
        {
            PathParameters = new Dictionary<string, string> { ["hash"] = hash },
        });

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

    private static Retrieval Create(CallReader reader)
    {
        var getCall = new GetCall(reader);
        return new Retrieval(getCall, new ListCalls(reader, getCall));
    }

    private static ApiRequest Get(string resource, (string Name, string Value)[] query) => new()
    {
        HttpMethod = "GET",
        Resource = resource,
        Path = resource,
        Query = query.ToDictionary(one => one.Name, one => (IReadOnlyList<string>)[one.Value]),
    };
}
