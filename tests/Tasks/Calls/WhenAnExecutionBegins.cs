using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Calls;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnExecutionBegins(RunningEmulators emulators)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, 5, TimeSpan.Zero));

    [Fact]
    public async Task Its_item_has_all_that_is_known_of_the_call()
    {
        using var table = await TestTable.CreateAsync(emulators);

        await BeginAsync(table, TestCalls.Current);

        var row = await table.RowAsync(TestCalls.Call);
        Assert.Equal(
            $$"""
            {
              "audio_etag": "0123abcd",
              "audio_size_bytes": 1234567,
              "bedrock_status": "IN_PROGRESS",
              "call_id": "call-1",
              "created_at": "2026-03-01T12:00:00.005Z",
              "epchdatetimestamp": 1704067200,
              "execution_arn": "arn:aws:states:us-east-1:000000000000:execution:machine:current",
              "execution_started_at": "2024-01-01T10:00:00.001Z",
              "hash": "{{TestCalls.Hash}}",
              "in_progress": "call",
              "listing": "call",
              "metadata": {
                "agent": "a-7",
                "tries": 2
              },
              "s3_input_uri": "s3://recordings/call-1.wav",
              "s3_input_uris": [
                "s3://recordings/call-1.wav"
              ],
              "s3_output_uri": "s3://output/call-1/run",
              "step": "InvokeDataAutomation",
              "updated_at": "2026-03-01T12:00:00.005Z"
            }
            """,
            row?.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task A_call_without_metadata_has_no_such_attribute()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var call = TestCalls.Call with { Metadata = null };

        await table.Items(time).BeginAsync(
            call, TestCalls.Current, TestCalls.Recording, TestCalls.OutputUri, TestContext.Current.CancellationToken);

        Assert.False((await table.RowAsync(call))!.ContainsKey("metadata"));
    }

    [Fact]
    public async Task Beginning_again_keeps_when_the_item_was_made()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        time.Advance(TimeSpan.FromMinutes(1));

        await BeginAsync(table, TestCalls.Current);

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal("2026-03-01T12:00:00.005Z", (string?)row["created_at"]);
        Assert.Equal("2026-03-01T12:01:00.005Z", (string?)row["updated_at"]);
    }

    [Fact]
    public async Task A_later_one_takes_the_item_over()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);

        await BeginAsync(table, TestCalls.Later);

        var row = (await table.RowAsync(TestCalls.Call))!;
        Assert.Equal(TestCalls.Later.Arn, (string?)row["execution_arn"]);
        Assert.Equal(TestCalls.Later.StartTime, (string?)row["execution_started_at"]);
        Assert.True(await IsCurrentAsync(table, TestCalls.Later));
        Assert.False(await IsCurrentAsync(table, TestCalls.Current));
    }

    [Theory]
    [InlineData("2024-01-01T10:00:00.000Z")]
    [InlineData("2024-01-01T10:00:00.001Z")]
    public async Task Another_that_did_not_start_later_is_refused_and_changes_nothing(string startTime)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await BeginAsync(table, TestCalls.Current);
        var before = await table.RowAsync(TestCalls.Call);
        time.Advance(TimeSpan.FromMinutes(1));

        var refusal = await Assert.ThrowsAsync<CallSupersededException>(
            () => BeginAsync(table, TestCalls.Execution("other", startTime)));

        Assert.Equal(
            "A later execution owns the item of call call-1; other submits no job for it.", refusal.Message);
        Assert.Equal(before?.ToJsonString(), (await table.RowAsync(TestCalls.Call))?.ToJsonString());
    }

    [Fact]
    public async Task An_item_that_does_not_exist_is_free_to_take()
    {
        using var table = await TestTable.CreateAsync(emulators);

        Assert.True(await IsCurrentAsync(table, TestCalls.Earlier));
    }

    private Task BeginAsync(TestTable table, ExecutionReference execution) => table.Items(time).BeginAsync(
        TestCalls.Call, execution, TestCalls.Recording, TestCalls.OutputUri, TestContext.Current.CancellationToken);

    private async Task<bool> IsCurrentAsync(TestTable table, ExecutionReference execution) =>
        await table.Items(time).FindCurrentAsync(
            TestCalls.Call, execution, TestContext.Current.CancellationToken) is not null;
}
