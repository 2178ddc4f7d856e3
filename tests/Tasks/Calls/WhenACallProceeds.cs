using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenACallProceeds(RunningEmulators emulators)
{
    private static readonly Call Submitted = TestCalls.Call with
    {
        Job = new Job
        {
            InvocationArn = "arn",
            Outcome = JobOutcome.Running,
            Status = JobStatus.Created,
            WaitSeconds = 20,
            WaitedSeconds = 0,
            Submissions = 1,
            SubmittedAt = "2026-03-01T12:00:07Z",
        },
    };

    private static readonly string[] OfAnAttempt =
        ["submitted_at", "job_seconds", "stored_at", "processing_seconds", "cost_dollars"];

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_item_says_at_which_step_it_is_and_since_when_its_job_runs()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        time.Advance(TimeSpan.FromSeconds(7));

        var written = await ProceedAsync(table, TestCalls.Current, "WaitForJob");

        var row = await RowAsync(table);
        Assert.True(written);
        Assert.Equal("WaitForJob", (string?)row["step"]);
        Assert.Equal("2026-03-01T12:00:07.000Z", (string?)row["submitted_at"]);
        Assert.Equal("2026-03-01T12:00:07.000Z", (string?)row["updated_at"]);
        Assert.Equal("call", (string?)row["in_progress"]);
    }

    [Fact]
    public async Task Another_executions_item_stays_as_it_is()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await BeginAsync(table, TestCalls.Later);
        var before = await RowAsync(table);
        time.Advance(TimeSpan.FromSeconds(7));

        Assert.False(await ProceedAsync(table, TestCalls.Current, "WaitForJob"));

        Assert.Equal(before.ToJsonString(), (await RowAsync(table)).ToJsonString());
    }

    [Fact]
    public async Task An_item_with_an_end_keeps_it()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await FailAsync(table, Submitted, "request-1");
        var before = await RowAsync(table);

        Assert.False(await ProceedAsync(table, TestCalls.Current, "PersistResults"));

        Assert.Equal(before.ToJsonString(), (await RowAsync(table)).ToJsonString());
        Assert.False(before.ContainsKey("step"));
    }

    [Fact]
    public async Task A_call_without_an_item_gets_none()
    {
        using var table = await TestTable.CreateAsync(emulators);

        Assert.False(await ProceedAsync(table, TestCalls.Current, "WaitForJob"));

        Assert.Null(await table.RowAsync(TestCalls.Call));
    }

    [Theory]
    [InlineData(JobOutcome.Succeeded, "PersistResults")]
    [InlineData(JobOutcome.Running, "WaitForJob")]
    [InlineData(JobOutcome.Failed, "InvokeDataAutomation")]
    public async Task Redriven_it_is_at_the_step_that_the_redrive_goes_to(string outcome, string step)
    {
        using var table = await TestTable.CreateAsync(emulators);
        var call = Submitted with { Job = Submitted.Job! with { Outcome = outcome } };
        await FailAsync(table, call, "request-1");

        await FailAsync(table, call, "request-2");

        Assert.Equal(
            ("IN_PROGRESS", step),
            ((string?)(await RowAsync(table))["bedrock_status"], (string?)(await RowAsync(table))["step"]));
    }

    [Fact]
    public async Task A_new_attempt_says_nothing_of_the_one_before()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await table.Items(time).TrySucceedAsync(
            Submitted with { Job = Submitted.Job! with { JobDurationInSeconds = 40 } },
            TestCalls.Current,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> { ["cost_dollars"] = new() { N = "0.01" } },
            Cancellation);
        var before = await RowAsync(table);
        Assert.All(OfAnAttempt, attribute => Assert.True(before.ContainsKey(attribute), attribute));

        await BeginAsync(table, TestCalls.Later);

        var row = await RowAsync(table);
        Assert.All(OfAnAttempt, attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task It_is_in_the_index_of_its_status_and_in_the_one_for_counting()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        await ProceedAsync(table, TestCalls.Current, "WaitForJob");

        var listed = await QueryAsync(table, CallAttributes.IndexByStatus, "bedrock_status", "IN_PROGRESS");
        var counted = await QueryAsync(table, CallAttributes.IndexOfCounts, "listing", "call");

        Assert.Equal("WaitForJob", (string?)Assert.Single(listed)["step"]);
        Assert.Equal(
            ["bedrock_status", "epchdatetimestamp", "hash"],
            Assert.Single(counted).Select(attribute => attribute.Key).Order(StringComparer.Ordinal));
        Assert.Empty(await QueryAsync(table, CallAttributes.IndexByStatus, "bedrock_status", "SUCCESS"));
    }

    private static async Task<JsonObject> RowAsync(TestTable table) =>
        await table.RowAsync(TestCalls.Call) ?? throw new InvalidOperationException("The call has no row.");

    private static async Task<List<JsonObject>> QueryAsync(TestTable table, string index, string key, string value)
    {
        var answer = await table.DynamoDb.QueryAsync(
            new()
            {
                TableName = table.Name,
                IndexName = index,
                KeyConditionExpression = "#key = :value",
                ExpressionAttributeNames = new() { ["#key"] = key },
                ExpressionAttributeValues = new() { [":value"] = new(value) },
            },
            Cancellation);
        return [.. (answer.Items ?? []).Select(ItemJson.Of)];
    }

    private Task BeginAsync(TestTable table, ExecutionReference execution) => table.Items(time).BeginAsync(
        TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, Cancellation);

    private Task<bool> ProceedAsync(TestTable table, ExecutionReference execution, string step) =>
        table.Items(time).TryProceedAsync(Submitted, execution, step, Cancellation);

    private Task<RecordedFailure> FailAsync(TestTable table, Call call, string invocation) =>
        table.Items(time).RecordFailureAsync(
            new FailureCaptured(call, TestCalls.Current, "2026-03-01T12:00:00.000Z"),
            new FailureReport("GetJobStatus", "Error", "Cause."),
            invocation,
            Cancellation);
}
