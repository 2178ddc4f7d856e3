using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.StepFunctions;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.Intake;
using CallRecording.Tasks.Settlement;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>The starter between a real table and a real engine, whose executions wait.</summary>
internal sealed class StarterWorld : IAsyncDisposable
{
    public const string Timestamp = "2024-01-01T00:00:00Z";

    public static readonly TimeSpan SettleAfter = TimeSpan.FromMinutes(15);

    private static readonly string Machine = Asl.Machine(""" "A": {"Type":"Wait","Seconds":60,"End":true} """);

    private readonly AmazonStepFunctionsClient stepFunctions;
    private bool isStopped;

    private StarterWorld(TestTable table, TestEngine engine)
    {
        (Table, Engine) = (table, engine);
        stepFunctions = new AmazonStepFunctionsClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonStepFunctionsConfig
            {
                ServiceURL = engine.Address.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
    }

    public TestTable Table { get; }

    public TestEngine Engine { get; }

    /// <summary>Of which the starter's executions are.</summary>
    public string MachineArn { get; set; } = TestEngine.MachineArn;

    /// <summary>What the starter has for a table.</summary>
    public string? TableName { get; set; }

    /// <summary>What the starter has for the table of words.</summary>
    public string? WordsTableName { get; set; }

    public TestInvocation Last { get; private set; } = new();

    public static async Task<StarterWorld> CreateAsync(RunningEmulators emulators, string suffix = "") =>
        new(await TestTable.CreateAsync(emulators, suffix), await TestEngine.OpenAsync(Machine));

    /// <summary>A message's body, as SNS delivers it.</summary>
    /// <param name="second">When it was published.</param>
    public static SqsMessage Message(
        string callId, int second = 1, string audio = "a.wav", string? metadata = null,
        string timestamp = Timestamp) => new(
        $"m-{second}",
        new JsonObject
        {
            ["Type"] = "Notification",
            ["Timestamp"] = string.Create(CultureInfo.InvariantCulture, $"2024-01-01T00:01:{second:D2}.000Z"),
            ["Message"] = new JsonObject
            {
                ["callId"] = callId,
                ["audioS3Uri"] = $"s3://recordings/{audio}",
                ["timestamp"] = timestamp,
                ["metadata"] = metadata is null ? null : JsonNode.Parse(metadata),
            }.ToJsonString(),
        }.ToJsonString());

    public Task<SqsBatchResponse> HandleAsync(params SqsMessage[] messages) =>
        HandleAsync(new TestInvocation(), new SqsEvent(messages));

    public Task<SqsBatchResponse> HandleAsync(TestInvocation invocation, SqsEvent batch)
    {
        Last = invocation;
        return StarterHandler.Create(
            Table.DynamoDb, TableName ?? Table.Name, WordsTableName ?? Table.WordsName, stepFunctions, MachineArn,
            Engine.Time)
            .HandleAsync(batch, invocation);
    }

    /// <summary>Everything was taken.</summary>
    public async Task TakeAsync(params SqsMessage[] messages) =>
        Assert.True(
            (await HandleAsync(messages)).BatchItemFailures.Count == 0, string.Join('\n', Last.Log.Lines));

    /// <summary>The message comes back; the log's last line says why.</summary>
    public async Task<string> RefuseAsync(SqsMessage message)
    {
        Assert.Single((await HandleAsync(message)).BatchItemFailures);
        return Last.Log.Lines[^1];
    }

    public async Task<SettlementSummary> SweepAsync()
    {
        Engine.Time.Advance(SettleAfter + TimeSpan.FromMinutes(1));
        var settlement = SettlementHandler.Create(
            Table.DynamoDb,
            Table.Name,
            stepFunctions,
            MachineArn,
            SettleAfter,
            new EmbeddedMetrics(TextWriter.Null, Engine.Time),
            Engine.Time);
        return await settlement.HandleAsync(
            new EventBridgeEvent { Source = "aws.events", DetailType = "Scheduled Event" },
            new TestInvocation(remainingTime: () => TimeSpan.FromMinutes(4)));
    }

    /// <summary>The item's row, bookkeeping and all.</summary>
    public async Task<JsonObject> RowAsync(string callId, string timestamp = Timestamp) =>
        await Table.RowAsync(TestCalls.Call with { CallId = callId, Timestamp = timestamp })
        ?? throw new InvalidOperationException($"{callId} has no item.");

    public async Task<IReadOnlyList<string>> ExecutionsAsync() =>
        [.. (await Engine.CallAsync("ListExecutions", new() { ["stateMachineArn"] = TestEngine.MachineArn }))
            ["executions"]!.AsArray().Select(execution => (string)execution!["executionArn"]!)];

    /// <summary>Ids of the calls that a search for these words finds.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(params string[] words)
    {
        var search = new CallSearch(
            new WordReader(Table.DynamoDb, Table.WordsName), new CallBatch(Table.DynamoDb, Table.Name));
        var page = await search.FindAsync(
            new CallFilter(0, DateTimeOffset.MaxValue.ToUnixTimeSeconds(), null, null, words),
            100,
            after: null,
            ListedAttributes.All,
            TestContext.Current.CancellationToken);
        return [.. page.Items.Select(item => (string)item["call_id"]!)];
    }

    public async Task StopEngineAsync()
    {
        if (!isStopped)
        {
            isStopped = true;
            await Engine.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        stepFunctions.Dispose();
        await StopEngineAsync();
        Table.Dispose();
    }
}
