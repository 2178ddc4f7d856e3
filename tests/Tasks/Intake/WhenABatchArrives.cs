using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Intake;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Tasks.Intake;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenABatchArrives(RunningEmulators emulators)
{
    [Fact]
    public async Task Every_message_starts_an_execution_with_its_notification()
    {
        await using var world = await StarterWorld.CreateAsync(emulators);
        var engine = world.Engine;

        var answer = await world.HandleAsync(Message("m-1", Body("c-1")), Message("m-2", Body("c-2")));

        Assert.Empty(answer.BatchItemFailures);
        foreach (var body in (string[])[Body("c-1"), Body("c-2")])
        {
            var notification = CallNotification.Read(body);
            var execution = await engine.DescribeAsync(ExecutionName.For(notification));
            Assert.Equal(notification.CanonicalJson(), (string?)execution["input"]);
        }
    }

    [Fact]
    public async Task A_bad_message_comes_back_alone()
    {
        await using var world = await StarterWorld.CreateAsync(emulators);
        var engine = world.Engine;
        var invocation = new TestInvocation();

        var answer = await world.HandleAsync(
            invocation,
            new SqsEvent(
                [Message("m-1", Body("c-1")), Message("m-2", "{"), Message("m-3", null), Message("m-4", Body("c-4"))]));

        Assert.Equal(["m-2", "m-3"], answer.BatchItemFailures.Select(failure => failure.ItemIdentifier));
        Assert.Equal(2, (await ExecutionsAsync(engine)).Count);
        Assert.Equal(2, invocation.Log.Lines.Count(
            line => line.StartsWith("Error | Message {MessageId} can never become a call", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public async Task Metadata_may_nest_as_deep_as_tasks_read_and_no_deeper(int levels, bool starts)
    {
        await using var world = await StarterWorld.CreateAsync(emulators, $"{levels}");
        var engine = world.Engine;
        var metadata = string.Concat(Enumerable.Repeat("""{"a":""", levels)) + "1" + new string('}', levels);
        var body = Body("c-1")[..^1] + $",\"metadata\":{metadata}}}";

        var answer = await world.HandleAsync(Message("m-1", body));

        Assert.Equal(starts ? 0 : 1, answer.BatchItemFailures.Count);
        Assert.Equal(starts ? 1 : 0, (await ExecutionsAsync(engine)).Count);
    }

    [Fact]
    public async Task The_same_message_again_is_a_success_and_no_second_execution()
    {
        await using var world = await StarterWorld.CreateAsync(emulators);
        var engine = world.Engine;
        var name = ExecutionName.For(CallNotification.Read(Body("c-1")));
        await world.HandleAsync(Message("m-1", Body("c-1")));

        var whileItRuns = await world.HandleAsync(Message("m-1", Body("c-1")), Message("m-2", Body("c-1")));
        await engine.EndAsync(name);
        var afterwards = await world.HandleAsync(Message("m-3", Body("c-1")));

        Assert.Empty(whileItRuns.BatchItemFailures);
        Assert.Empty(afterwards.BatchItemFailures);
        Assert.Single(await ExecutionsAsync(engine));
    }

    [Fact]
    public async Task While_the_service_is_down_all_come_back()
    {
        await using var world = await StarterWorld.CreateAsync(emulators);
        await world.StopEngineAsync();

        var answer = await world.HandleAsync(Message("m-1", Body("c-1")), Message("m-2", Body("c-2")));

        Assert.Equal(["m-1", "m-2"], answer.BatchItemFailures.Select(failure => failure.ItemIdentifier));
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_brings_all_back()
    {
        await using var world = await StarterWorld.CreateAsync(emulators);
        world.MachineArn += "2";

        var answer = await world.HandleAsync(Message("m-1", Body("c-1")));

        Assert.Equal("m-1", Assert.Single(answer.BatchItemFailures).ItemIdentifier);
        Assert.Contains("StateMachineDoesNotExist", Assert.Single(world.Last.Log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":null}""")]
    [InlineData("{}")]
    public async Task Nothing_at_all_is_a_success(string json)
    {
        await using var world = await StarterWorld.CreateAsync(emulators, $"{json.Length}");
        var engine = world.Engine;
        var batch = JsonSerializer.Deserialize<SqsEvent>(json)!; // An object is not null.

        var answer = await world.HandleAsync(new TestInvocation(), batch);

        Assert.Equal("""{"batchItemFailures":[]}""", JsonSerializer.Serialize(answer));
        Assert.Empty(await ExecutionsAsync(engine));
    }

    private static string Body(string callId) =>
        $$"""{"callId":"{{callId}}","audioS3Uri":"s3://recordings/a.wav","timestamp":"2024-01-01T00:00:00Z"}""";

    private static SqsMessage Message(string id, string? body) => new(id, body);

    private static async Task<JsonArray> ExecutionsAsync(TestEngine engine) => (await engine.CallAsync(
        "ListExecutions", new() { ["stateMachineArn"] = TestEngine.MachineArn }))["executions"]!.AsArray();
}
