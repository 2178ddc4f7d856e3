using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using static CallRecording.Tests.Tasks.Intake.StarterWorld;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>Its item comes first, so that the API shows it whatever becomes of it.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenACallIsReceived(RunningEmulators emulators)
{
    /// <summary>As the item has it, in JSON.</summary>
    private const string ExecutionInput =
        """{\u0022audioS3Uri\u0022:\u0022s3://recordings/a.wav\u0022,\u0022callId\u0022:\u0022c-1\u0022,"""
        + """\u0022metadata\u0022:{\u0022agent\u0022:\u0022a-7\u0022},"""
        + """\u0022timestamp\u0022:\u00222024-01-01T00:00:00Z\u0022}""";

    [Fact]
    public async Task It_is_on_record_and_in_progress_before_its_execution_does_anything()
    {
        await using var world = await CreateAsync(emulators);

        await world.TakeAsync(Message("c-1", metadata: """{"agent": "a-7"}"""));

        var arn = Assert.Single(await world.ExecutionsAsync());
        Assert.Equal(
            $$"""
            {
              "bedrock_status": "IN_PROGRESS",
              "call_id": "c-1",
              "created_at": "2026-03-01T12:00:00.000Z",
              "epchdatetimestamp": 1704067200,
              "execution_arn": "{{arn}}",
              "execution_input": "{{ExecutionInput}}",
              "hash": "{{CallRecording.Workflow.Identity.CallHash.Of("c-1")}}",
              "in_progress": "call",
              "listing": "call",
              "metadata": {
                "agent": "a-7"
              },
              "published_at": "2024-01-01T00:01:01.000Z",
              "received_at": "2026-03-01T12:00:00.000Z",
              "s3_input_uri": "s3://recordings/a.wav",
              "s3_input_uris": [
                "s3://recordings/a.wav"
              ],
              "step": "InvokeDataAutomation",
              "updated_at": "2026-03-01T12:00:00.000Z"
            }
            """,
            (await world.RowAsync("c-1")).ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task It_is_found_by_its_id_and_by_the_parts_of_it()
    {
        await using var world = await CreateAsync(emulators);

        await world.TakeAsync(Message("Contact-7f3a-2024"), Message("other"));

        Assert.Equal(["Contact-7f3a-2024"], await world.SearchAsync("contact", "7f3a", "2024"));
        Assert.Equal(["Contact-7f3a-2024"], await world.SearchAsync("7f3a"));
    }

    [Fact]
    public async Task The_same_again_writes_nothing()
    {
        await using var world = await CreateAsync(emulators);
        await world.TakeAsync(Message("c-1"));
        var before = await world.RowAsync("c-1");
        world.Engine.Time.Advance(TimeSpan.FromSeconds(1));

        await world.TakeAsync(Message("c-1"), Message("c-1", second: 2));

        Assert.Equal(before.ToJsonString(), (await world.RowAsync("c-1")).ToJsonString());
        Assert.Single(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Whose_item_cannot_be_written_it_comes_back_and_nothing_is_started()
    {
        await using var world = await CreateAsync(emulators);
        world.TableName = "no-such-table";

        var reason = await world.RefuseAsync(Message("c-1"));

        Assert.Contains("ResourceNotFoundException", reason, StringComparison.Ordinal);
        Assert.Empty(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Whose_words_cannot_be_written_it_comes_back_and_has_no_item()
    {
        await using var world = await CreateAsync(emulators);
        world.WordsTableName = "no-such-table";

        var reason = await world.RefuseAsync(Message("c-1"));

        Assert.Contains("ResourceNotFoundException", reason, StringComparison.Ordinal);
        Assert.Null(await world.Table.RowAsync(TestCalls.Call with { CallId = "c-1" }));
        Assert.Empty(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Whose_execution_cannot_be_started_it_is_on_record_and_a_sweep_starts_it()
    {
        await using var world = await CreateAsync(emulators);
        var machine = world.MachineArn;
        world.MachineArn += "2";
        await world.RefuseAsync(Message("c-1"));
        Assert.Equal("IN_PROGRESS", (string?)(await world.RowAsync("c-1"))["bedrock_status"]);
        await PointAtAsync(world, machine);

        var first = await world.SweepAsync();
        var second = await world.SweepAsync();

        Assert.Equal((1, 0), (first.Started, first.Settled));
        Assert.Equal(0, second.Started);
        Assert.Equal(
            (string?)(await world.RowAsync("c-1"))["execution_arn"], Assert.Single(await world.ExecutionsAsync()));
    }

    // As if the state machine had been there from the beginning.
    private static async Task PointAtAsync(StarterWorld world, string machine)
    {
        var arn = (string)(await world.RowAsync("c-1"))["execution_arn"]!;
        world.MachineArn = machine;
        await world.Table.DynamoDb.UpdateItemAsync(new()
        {
            TableName = world.Table.Name,
            Key = CallItemKey.Of(TestCalls.Call with { CallId = "c-1" }).ToAttributes(),
            UpdateExpression = "SET execution_arn = :arn",
            ExpressionAttributeValues = new()
            {
                [":arn"] = new(arn.Replace("machine2", "machine", StringComparison.Ordinal)),
            },
        });
    }
}
