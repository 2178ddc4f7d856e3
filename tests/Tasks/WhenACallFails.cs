using System.Text.Json.Nodes;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenACallFails(RunningEmulators emulators)
{
    private static readonly FailureCaptured Failure = new(
        TestCalls.Call with
        {
            Failed = new() { ["GetJobStatus"] = new StateError("BdaJobFailed", "The audio is silent.") },
        },
        TestCalls.Current,
        "2026-03-01T12:00:00.000Z");

    [Fact]
    public async Task Its_execution_fails_with_the_reason()
    {
        using var table = await ReceivedAsync();

        var thrown = await Assert.ThrowsAsync<CallProcessingFailedException>(() => HandleAsync(table, "request-1"));

        Assert.Equal("GetJobStatus: BdaJobFailed: The audio is silent.", thrown.Message);
        Assert.Equal("FAILED", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    [Fact]
    public async Task A_redrive_lets_it_go_on_and_says_nothing_of_the_failure()
    {
        using var table = await ReceivedAsync();
        await Assert.ThrowsAsync<CallProcessingFailedException>(() => HandleAsync(table, "request-1"));

        var call = await HandleAsync(table, "request-2");

        // A "failed": null would be data: the Catch that writes $.failed.GetJobStatus could not go below it.
        Assert.Equal(
            """{"callId":"call-1","audioS3Uri":"s3://recordings/call-1.wav","timestamp":"2024-01-01T00:00:00Z",""" +
            """
            "metadata":{"agent":"a-7","tries":2}}
            """,
            Serialized(call));
        Assert.Equal("IN_PROGRESS", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    [Fact]
    public async Task A_stale_execution_fails_and_leaves_the_item_alone()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Later);

        await Assert.ThrowsAsync<CallProcessingFailedException>(() => HandleAsync(table, "request-1"));

        Assert.Equal("IN_PROGRESS", (string?)(await table.RowAsync(TestCalls.Call))!["bedrock_status"]);
    }

    /// <summary>The metric filter of an alarm reads this: the function fails on purpose too.</summary>
    [Fact]
    public async Task What_cannot_be_put_on_record_is_logged_as_such()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var lost = new CallItems(table.DynamoDb, "no-such-table", TimeProvider.System);
        var invocation = new TestInvocation();

        await Assert.ThrowsAnyAsync<Exception>(() => new RecordFailure(lost).HandleAsync(Failure, invocation));

        Assert.Contains("Unrecorded", Assert.Single(invocation.Log.Lines), StringComparison.Ordinal);
    }

    private async Task<TestTable> ReceivedAsync()
    {
        var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        return table;
    }

    private static Task BeginAsync(TestTable table, ExecutionReference execution) =>
        table.Items(TimeProvider.System).BeginAsync(
            TestCalls.Call,
            execution,
            TestCalls.Recording,
            TestCalls.OutputUri,
            TestContext.Current.CancellationToken);

    private static Task<Call> HandleAsync(TestTable table, string requestId) =>
        new RecordFailure(table.Items(TimeProvider.System)).HandleAsync(Failure, new TestInvocation(requestId));

    private static string Serialized(Call call)
    {
        using var json = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(call, json);
        return JsonNode.Parse(json.ToArray())!.ToJsonString(); // A call is not null.
    }
}
