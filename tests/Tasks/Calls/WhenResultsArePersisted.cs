using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Results;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Results;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenResultsArePersisted(RunningEmulators emulators)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_item_is_a_success_with_them()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        time.Advance(TimeSpan.FromMinutes(3));

        var written = await SucceedAsync(table, TestCalls.Current, ("transcript", "Hello."), ("language", "EN"));

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.True(written);
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.Equal("Hello.", (string?)row["transcript"]);
        Assert.Equal("EN", (string?)row["language"]);
        Assert.Equal("2026-03-01T12:00:00.000Z", (string?)row["created_at"]);
        Assert.Equal("2026-03-01T12:03:00.000Z", (string?)row["updated_at"]);
        Assert.Equal("0123abcd", (string?)row["audio_etag"]);
    }

    [Fact]
    public async Task What_new_results_lack_goes_with_the_old_ones()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await SucceedAsync(
            table,
            TestCalls.Current,
            ("transcript", "Old."),
            ("language", "EN"),
            ("call_summary", "Old."),
            ("results_version_id", "v1"),
            ("only_in_results", "transcript"));

        await SucceedAsync(table, TestCalls.Later, ("transcript", "New."));

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal("New.", (string?)row["transcript"]);
        Assert.All(
            ["language", "call_summary", "results_version_id", "only_in_results"],
            attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task What_an_earlier_attempt_left_of_a_failure_goes()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await FailAsync(table, TestCalls.Current);

        await SucceedAsync(table, TestCalls.Current, ("transcript", "Hello."));

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.All(
            ["error", "cause", "failed_state"], attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task A_later_executions_item_stays_as_it_is()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await BeginAsync(table, TestCalls.Later);
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromMinutes(3));

        var written = await SucceedAsync(table, TestCalls.Current, ("transcript", "Stale."));

        Assert.False(written);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Fact]
    public async Task The_largest_metadata_leaves_room_for_them()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var call = TestCalls.Call with { Metadata = new JsonObject { ["notes"] = new string('m', 128 * 1024) } };
        var results = CallResults.Of(
            new StandardResult(new string('x', 345_000), null, [], [], [], [], "EN", 4.25m, 2, 1), custom: null);
        var attributes = ResultAttributes.Of(
            results, new S3Uri("output", "manifest"), new S3Uri("output", "results"), "v1", call.Metadata);

        var written = await table.Items(time).TrySucceedAsync(
            call, TestCalls.Current, attributes, TestContext.Current.CancellationToken);

        Assert.True(written);
        Assert.Equal("""["transcript"]""", (await table.RowAsync(call))!["only_in_results"]!.ToJsonString());
    }

    private Task BeginAsync(TestTable table, ExecutionReference execution) => table.Items(time).BeginAsync(
        TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, TestContext.Current.CancellationToken);

    private Task<bool> SucceedAsync(
        TestTable table, ExecutionReference execution, params (string Name, string Text)[] results) =>
        table.Items(time).TrySucceedAsync(
            TestCalls.Call,
            execution,
            results.ToDictionary(result => result.Name, result => new AttributeValue { S = result.Text }),
            TestContext.Current.CancellationToken);

    private Task<RecordedFailure> FailAsync(TestTable table, ExecutionReference execution) =>
        table.Items(time).RecordFailureAsync(
            new FailureCaptured(TestCalls.Call, execution, "2026-03-01T12:00:00.000Z"),
            new FailureReport("PersistResults", "ResultsUnreadableException", "It is empty."),
            "request-1",
            TestContext.Current.CancellationToken);
}
