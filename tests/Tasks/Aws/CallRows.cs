using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Local;
using CallRecording.Tasks.Aws;
using CallRecording.Tests.Local.Emulators;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Aws;

/// <summary>The table of a real emulator, and executions that write to it.</summary>
public sealed class CallRows : IAsyncLifetime
{
    private readonly RunningEmulators emulators = new();
    private IAmazonDynamoDB? dynamoDb;

    internal static Execution Older { get; } = new("arn:aws:states:x:1:execution:m:older", "2026-01-01T00:00:00.000Z");

    internal static Execution Newer { get; } = new("arn:aws:states:x:1:execution:m:newer", "2026-01-01T00:00:00.001Z");

    internal static RecordingFacts Recording { get; } = new(1234, "etag");

    internal static FailureReport Report { get; } = new("GetJobStatus", "ServiceAccessDeniedException", "Not allowed.");

    internal CallItems Items => new(DynamoDb, ResourceNames.Table, TimeProvider.System);

    internal CallReader Reader => new(DynamoDb, ResourceNames.Table);

    private IAmazonDynamoDB DynamoDb => dynamoDb ?? throw new InvalidOperationException("The emulators were not started.");

    public async ValueTask InitializeAsync()
    {
        await emulators.InitializeAsync();
        dynamoDb = emulators.Endpoints.CreateDynamoDb();
    }

    public async ValueTask DisposeAsync()
    {
        dynamoDb?.Dispose();
        await emulators.DisposeAsync();
    }

    internal static Call Call(string id) => new()
    {
        CallId = id,
        AudioS3Uri = "s3://calls/a.wav",
        Timestamp = "2026-01-01T00:00:00Z",
        Metadata = new JsonObject { ["agent"] = "7" },
    };

    internal Task BeginAsync(Call call, Execution execution) =>
        Items.BeginAsync(call, execution, Recording, "s3://out/prefix", TestContext.Current.CancellationToken);

    internal Task<bool> SucceedAsync(Call call, Execution execution, string transcript) => Items.TrySucceedAsync(
        call,
        execution,
        new Dictionary<string, AttributeValue> { [CallAttributes.Transcript] = new() { S = transcript } },
        TestContext.Current.CancellationToken);

    internal Task<RecordedFailure> FailAsync(Call call, Execution execution, string failureId, string invocationId) =>
        Items.RecordFailureAsync(
            new FailureCaptured(call, execution, failureId), Report, invocationId, TestContext.Current.CancellationToken);

    /// <summary>The call's attributes, bookkeeping included; texts as they are, numbers as their digits.</summary>
    internal async Task<Dictionary<string, string?>> ReadAsync(Call call)
    {
        var answer = await DynamoDb.GetItemAsync(
            ResourceNames.Table, CallItemKey.Of(call).ToAttributes(), true, TestContext.Current.CancellationToken);
        return (answer.Item ?? []).ToDictionary(one => one.Key, one => (string?)(one.Value.S ?? one.Value.N));
    }

    internal Task PutAsync(Dictionary<string, AttributeValue> item) =>
        DynamoDb.PutItemAsync(ResourceNames.Table, item, TestContext.Current.CancellationToken);
}
