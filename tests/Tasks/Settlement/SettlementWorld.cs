using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Runtime;
using Amazon.StepFunctions;
using CallRecording.Tasks;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Tests.Tasks.Intake;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>The settlement between a real table and a real engine, whose executions wait, time out, break or
/// succeed.</summary>
internal sealed class SettlementWorld : IAsyncDisposable
{
    /// <summary>The execution that most situations are about.</summary>
    public const string Run = "run";

    public static readonly TimeSpan SettleAfter = TimeSpan.FromMinutes(15);

    public static readonly Call Waits = TestCalls.Call with { Metadata = new JsonObject { ["seconds"] = 3600 } };
    public static readonly Call WaitsLong = TestCalls.Call with { Metadata = new JsonObject { ["seconds"] = 99999 } };
    public static readonly Call Breaks = TestCalls.Call with { Metadata = new JsonObject { ["breaks"] = true } };

    // Waits for an hour by default, times out after two, breaks where its input says so.
    private static readonly string Machine = Asl.Machine(
        """
        "A": {"Type":"Choice","Choices":[{"Variable":"$.metadata.breaks","IsPresent":true,"Next":"C"}],"Default":"B"},
        "B": {"Type":"Wait","SecondsPath":"$.metadata.seconds","End":true},
        "C": {"Type":"Pass","InputPath":"$.nothing","End":true}
        """,
        "\"TimeoutSeconds\":7200,");

    private readonly StringWriter metrics = new(CultureInfo.InvariantCulture);
    private readonly AmazonStepFunctionsClient stepFunctions;
    private readonly SettlementHandler settlement;

    private SettlementWorld(TestTable table, TestEngine engine, ThrottlingAfter throttling)
    {
        (Table, Engine, Throttling) = (table, engine, throttling);
        stepFunctions = new AmazonStepFunctionsClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonStepFunctionsConfig
            {
                ServiceURL = engine.Address.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
                HttpClientFactory = throttling,
            });
        settlement = SettlementHandler.Create(
            table.DynamoDb,
            table.Name,
            stepFunctions,
            TestEngine.MachineArn,
            SettleAfter,
            new EmbeddedMetrics(metrics, engine.Time),
            engine.Time);
    }

    public TestTable Table { get; }

    public TestEngine Engine { get; }

    public ThrottlingAfter Throttling { get; }

    public CallItems Items => Table.Items(Engine.Time);

    /// <summary>Every metric written so far, the directive left out.</summary>
    public IReadOnlyList<string> Metrics =>
        [.. Lines(metrics.ToString()).Select(line =>
        {
            var json = JsonNode.Parse(line)!.AsObject(); // A line is an object.
            json.Remove("_aws");
            return json.ToJsonString();
        })];

    public string MetricLines => metrics.ToString();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SettlementWorld> CreateAsync(RunningEmulators emulators)
    {
        var table = await TestTable.CreateAsync(emulators);
        return new SettlementWorld(table, await TestEngine.OpenAsync(Machine), new ThrottlingAfter());
    }

    /// <summary>Starts an execution of that call.</summary>
    public async Task<ExecutionReference> StartAsync(string name, Call call)
    {
        await Engine.StartAsync(name, InputOf(call));
        return await ExecutionAsync(name);
    }

    public async Task<ExecutionReference> ExecutionAsync(string name)
    {
        var started = (double)(await Engine.DescribeAsync(name))["startDate"]!; // Every execution has started.
        return new ExecutionReference(
            TestEngine.ExecutionArn(name), ItemTime.Of(DateTimeOffset.UnixEpoch.AddMilliseconds(started * 1000)));
    }

    public static string InputOf(Call call) => Written(call);

    public Task BeginAsync(Call call, ExecutionReference execution) =>
        Items.BeginAsync(call, execution, TestCalls.Recording, TestCalls.OutputUri, Cancellation);

    /// <summary>Starts <see cref="Run"/>, which begins that call.</summary>
    public async Task<ExecutionReference> BeginAsync(Call call)
    {
        var execution = await StartAsync(Run, call);
        await BeginAsync(call, execution);
        return execution;
    }

    /// <summary>Results of <see cref="Waits"/> are written.</summary>
    public async Task SucceedAsync(ExecutionReference execution) =>
        Assert.True(await Items.TrySucceedAsync(
            Waits,
            execution,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["transcript"] = new("Hello.") },
            Cancellation));

    /// <summary>The failure recorder writes.</summary>
    public Task<RecordedFailure> RecordAsync(Call call, ExecutionReference execution, string invocation) =>
        Items.RecordFailureAsync(
            new FailureCaptured(call, execution, "2026-03-01T12:00:00.000Z"),
            new FailureReport("GetJobStatus", "BdaJobFailed", "The audio is silent."),
            invocation,
            Cancellation);

    /// <summary>The event of an execution's end, as EventBridge sends it.</summary>
    public async Task<SettlementSummary> TellAsync(
        string name, string status, Call? call, TestInvocation? invocation = null)
    {
        var change = SettlementEvents.Change(
            name, status, Engine.Time.GetUtcNow().ToUnixTimeMilliseconds(), call is null ? null : InputOf(call));
        return await HandleAsync(
            SettlementEvents.Envelope("aws.states", "Step Functions Execution Status Change", change), invocation);
    }

    public Task<SettlementSummary> SweepAsync(TestInvocation? invocation = null) =>
        HandleAsync(SettlementEvents.Envelope("aws.events", "Scheduled Event", []), invocation);

    public async Task<SettlementSummary> HandleAsync(JsonObject envelope, TestInvocation? invocation = null)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(envelope.ToJsonString()));
        var input = new SourceGeneratorLambdaJsonSerializer<TasksJson>().Deserialize<EventBridgeEvent>(json);
        return await settlement.HandleAsync(
            input, invocation ?? new TestInvocation(remainingTime: () => TimeSpan.FromMinutes(4)));
    }

    public async Task<JsonObject> RowAsync(Call call) =>
        await Table.RowAsync(call) ?? throw new InvalidOperationException($"{call.CallId} has no row.");

    public async Task<string?> StatusAsync(Call call) => (string?)(await RowAsync(call))["bedrock_status"];

    public async ValueTask DisposeAsync()
    {
        stepFunctions.Dispose();
        await Engine.DisposeAsync();
        Table.Dispose();
        await metrics.DisposeAsync();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Written(Call call)
    {
        using var json = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(call, json);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
