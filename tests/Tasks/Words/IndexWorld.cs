using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Results;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;
using CallRecording.Workflow.Search;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Words;

/// <summary>The function that persists results, between real tables and a real bucket, for one test alone.</summary>
internal sealed class IndexWorld : IDisposable
{
    private const long MaxResult = 32 * 1024 * 1024;

    private readonly RunningEmulators emulators;
    private readonly List<IDisposable> clients = [];

    private IndexWorld(RunningEmulators emulators, TestTable table) =>
        (this.emulators, Table, S3) = (emulators, table, emulators.Endpoints.CreateS3());

    public TestTable Table { get; }

    public IAmazonS3 S3 { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IndexWorld> CreateAsync(RunningEmulators emulators) =>
        new(emulators, await TestTable.CreateAsync(emulators));

    /// <summary>A client whose requests can be stopped.</summary>
    public IAmazonDynamoDB Client(HttpClientFactory http)
    {
        var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = emulators.Endpoints.DynamoDb.OriginalString,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
                HttpClientFactory = http,
            });
        clients.Add(client);
        return client;
    }

    public PersistResults Function(IAmazonDynamoDB? dynamoDb = null)
    {
        var files = new ResultFiles(S3, MaxResult);
        var items = new CallItems(dynamoDb ?? Table.DynamoDb, Table.Name, Time);
        var index = new CallWordIndex(dynamoDb ?? Table.DynamoDb, Table.WordsName, Time, () => 0);
        return new PersistResults(
            files, items, new CallIndexing(items, files, index), emulators.Resources.OutputBucket, 0.009m);
    }

    /// <summary>The results of a job, as the service writes them.</summary>
    /// <returns>The call with that job.</returns>
    public Task<Call> SucceedJobAsync(Call call, string job, params string[] said) =>
        SucceedJobAsync(call, job, Standard([.. said.Select((text, at) => new JsonObject
        {
            ["segment_index"] = at, ["start_timestamp_millis"] = at * 1000, ["text"] = text,
        })]));

    /// <summary>A job's standard output with these audio_segments.</summary>
    public static JsonObject Standard(JsonArray segments) => new()
    {
        ["metadata"] = new JsonObject { ["semantic_modality"] = "AUDIO", ["duration_millis"] = 60_000 },
        ["audio_segments"] = segments,
    };

    /// <param name="custom">What a blueprint gave; null where there is none.</param>
    /// <returns>The call with that job.</returns>
    public async Task<Call> SucceedJobAsync(Call call, string job, JsonObject standard, JsonObject? custom = null)
    {
        var folder = $"{Table.Name}/{call.CallId}/{job}";
        await PutAsync($"{folder}/standard.json", standard);
        var segment = new JsonObject { ["standard_output_path"] = Uri($"{folder}/standard.json") };
        if (custom is not null)
        {
            await PutAsync($"{folder}/custom.json", custom);
            segment["custom_output_path"] = Uri($"{folder}/custom.json");
            segment["custom_output_status"] = "MATCH";
        }

        await PutAsync($"{folder}/job_metadata.json", new JsonObject
        {
            ["output_metadata"] = new JsonArray(new JsonObject { ["segment_metadata"] = new JsonArray(segment) }),
        });
        return call with
        {
            Job = new Job
            {
                InvocationArn = "arn:" + job,
                Outcome = JobOutcome.Succeeded,
                Status = JobStatus.Success,
                WaitSeconds = 0,
                WaitedSeconds = 30,
                Submissions = 1,
                SubmittedAt = "2026-03-01T11:59:00Z",
                JobDurationInSeconds = 41,
                ManifestS3Uri = Uri($"{folder}/job_metadata.json"),
            },
        };
    }

    public Task BeginAsync(Call call, ExecutionReference execution) => Table.Items(Time).BeginAsync(
        call, execution, TestCalls.Recording, TestCalls.OutputUri, Cancellation);

    /// <summary>A call whose job succeeded, from its beginning to its results.</summary>
    public async Task AddAsync(Call call, JsonObject standard, JsonObject? custom = null)
    {
        await BeginAsync(call, TestCalls.Current);
        await PersistAsync(await SucceedJobAsync(call, "job", standard, custom), TestCalls.Current);
    }

    public Task<ResultsPersisted> PersistAsync(
        Call call, ExecutionReference execution, IAmazonDynamoDB? dynamoDb = null) =>
        Function(dynamoDb).HandleAsync(new JobSucceeded(call, execution), new TestInvocation());

    /// <summary>What the index has of each call, by its place: its words in order, each with where it is
    /// from.</summary>
    public async Task<ILookup<string, string>> WordsAsync() => (await RowsAsync())
        .Where(row => row["word"].S != WordAttributes.WordsOfCalls)
        .OrderBy(row => row["word"].S, StringComparer.Ordinal)
        .ToLookup(row => row["call"].S, Shown);

    /// <summary>What the index should have of a call whose item has the results of this job.</summary>
    public async Task<IEnumerable<string>> ExpectedAsync(Call call)
    {
        var results = await new ResultFiles(S3, MaxResult)
            .ReadJobAsync(S3Uri.Parse(call.Job!.ManifestS3Uri!), Cancellation); // Made by SucceedJobAsync.
        return CallWords.Of(call.CallId, results).Words
            .OrderBy(word => word.Text, StringComparer.Ordinal)
            .Select(word => $"{word.Text}: {word.FoundIn} {word.AtMillis} {word.Excerpt}");
    }

    public async Task<List<Dictionary<string, AttributeValue>>> RowsAsync()
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? after = null;
        do
        {
            var page = await Table.DynamoDb.ScanAsync(
                new ScanRequest { TableName = Table.WordsName, ExclusiveStartKey = after, ConsistentRead = true },
                Cancellation);
            rows.AddRange(page.Items ?? []);
            after = page.LastEvaluatedKey;
        }
        while (after is { Count: > 0 });

        return rows;
    }

    public void Dispose()
    {
        clients.ForEach(client => client.Dispose());
        S3.Dispose();
        Table.Dispose();
    }

    private static string Shown(Dictionary<string, AttributeValue> row) =>
        $"{row["word"].S}: {row["found_in"].S} {row.GetValueOrDefault("at_millis")?.N} "
            + $"{row.GetValueOrDefault("excerpt")?.S}";

    private string Uri(string key) => $"s3://{emulators.Resources.OutputBucket}/{key}";

    private Task<PutObjectResponse> PutAsync(string key, JsonObject json) => S3.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = emulators.Resources.OutputBucket,
            Key = key,
            ContentBody = ApiResponse.Text(json),
        },
        Cancellation);
}
