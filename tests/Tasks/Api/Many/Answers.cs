using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Tasks.Api.Many;

/// <summary>The pages of the API's answers about many calls, and what each took of DynamoDB.</summary>
internal sealed class Answers : IDisposable
{
    private const int MaxPages = 2000;

    private readonly CountedRequests requests = new();
    private readonly AmazonDynamoDBClient dynamoDb;
    private readonly TestApi api;

    public Answers(RunningEmulators emulators, ManyCalls calls)
    {
        dynamoDb = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = emulators.Endpoints.DynamoDb.OriginalString,
                AuthenticationRegion = "us-east-1",
                HttpClientFactory = requests,
            });
        api = new TestApi(calls.Table, dynamoDb: dynamoDb);
    }

    /// <summary>By route: the most requests that a page took.</summary>
    public Dictionary<string, int> MaxRequests { get; } = new(StringComparer.Ordinal);

    /// <summary>By route: how many pages there were that had less than they might and were not the last.</summary>
    public Dictionary<string, int> ShortPages { get; } = new(StringComparer.Ordinal);

    public async Task<List<JsonObject>> ListAsync(Question question, int limit)
    {
        var all = new List<JsonObject>();
        await foreach (var page in PagesAsync("/analytics", question, [("limit", Text(limit))]))
        {
            var items = TestApi.Items(page);
            Assert.InRange(items.Count, 0, limit);
            if (items.Count < limit && TestApi.Body(page).ContainsKey("nextToken"))
            {
                ShortPages["/analytics"] = ShortPages.GetValueOrDefault("/analytics") + 1;
            }

            all.AddRange(items);
        }

        return all;
    }

    public async Task<IReadOnlyList<JsonObject>> FirstAsync(Question question, int limit)
    {
        await foreach (var page in PagesAsync("/analytics", question, [("limit", Text(limit))]))
        {
            return TestApi.Items(page);
        }

        return [];
    }

    public async Task<List<JsonObject>> ExportAsync(Question question, int limit)
    {
        var all = new List<JsonObject>();
        await foreach (var page in PagesAsync(
            "/analytics/export", question, [("format", "jsonl"), ("limit", Text(limit))]))
        {
            all.AddRange(page.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!.AsObject()));
        }

        return all;
    }

    public async Task<int> CountAsync(Question question)
    {
        var count = 0;
        await foreach (var page in PagesAsync("/analytics/count", question, []))
        {
            count += (int)TestApi.Body(page)["count"]!;
        }

        return count;
    }

    public async Task<List<JsonObject>> OverviewAsync(Question question)
    {
        var all = new List<JsonObject>();
        await foreach (var page in PagesAsync("/analytics/overview", question, []))
        {
            all.Add(TestApi.Body(page));
        }

        return all;
    }

    public void Dispose() => dynamoDb.Dispose();

    private async IAsyncEnumerable<ApiResponse> PagesAsync(
        string route, Question question, (string Name, string Value)[] more)
    {
        string? token = null;
        for (var page = 0; page == 0 || token is not null; page++)
        {
            Assert.True(page < MaxPages, $"{route} has more than {MaxPages} pages.");
            (string, string)[] next = token is null ? [] : [("nextToken", token)];
            requests.Take();
            var answer = await api.AskAsync(TestApi.Get(route, question.Query([.. more, .. next])));
            var took = requests.Take();
            Assert.True(answer.StatusCode == 200, $"{answer.StatusCode}: {answer.Body}");
            Assert.InRange(took, 1, RequestBudget.OfAnAnswer);
            MaxRequests[route] = Math.Max(MaxRequests.GetValueOrDefault(route), took);
            token = answer.Headers.GetValueOrDefault(ExportCalls.NextTokenHeader)
                ?? (answer.Body.StartsWith('{') && route != ExportCalls.Route
                    ? (string?)TestApi.Body(answer)["nextToken"]
                    : null);
            yield return answer;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
