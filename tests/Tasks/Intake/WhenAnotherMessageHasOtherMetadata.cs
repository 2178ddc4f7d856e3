using CallRecording.Tests.Emulators.Node;
using static CallRecording.Tests.Tasks.Intake.StarterWorld;
using static CallRecording.Tests.Tasks.Intake.EarlierCalls;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>The recording is the same; what the message says of it counts without another execution.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnotherMessageHasOtherMetadata(RunningEmulators emulators)
{
    [Fact]
    public async Task Metadata_that_were_said_before_count_again()
    {
        await using var world = await CreateAsync(emulators);
        await world.TakeAsync(Message("c-1", metadata: """{"v":1}"""));
        await world.TakeAsync(Message("c-1", second: 2, metadata: """{"v":2}"""));

        await world.TakeAsync(Message("c-1", second: 3, metadata: """{"v":1}"""));

        Assert.Equal("""{"v":1}""", (await world.RowAsync("c-1"))["metadata"]!.ToJsonString());
        Assert.Single(await world.ExecutionsAsync());
    }

    [Theory]
    [InlineData("IN_PROGRESS")]
    [InlineData("SUCCESS")]
    [InlineData("FAILED")]
    public async Task Other_metadata_of_the_same_recording_are_on_record_without_another_execution(string status)
    {
        await using var world = await CreateAsync(emulators, status);
        await EndedAsync(world, status);

        await world.TakeAsync(Message("c-1", second: 3, metadata: """{"agent": "Imogen", "score": 1.25}"""));
        // Late, and therefore old.
        await world.TakeAsync(Message("c-1", second: 2, metadata: """{"agent": "a-9"}"""));

        var row = await world.RowAsync("c-1");
        Assert.Equal("""{"agent":"Imogen","score":1.25}""", row["metadata"]!.ToJsonString());
        Assert.Equal(status, (string?)row["bedrock_status"]);
        Assert.Single(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Metadata_that_came_while_it_was_processed_stay()
    {
        await using var world = await CreateAsync(emulators);
        var execution = await EndedAsync(world, "IN_PROGRESS");
        await world.TakeAsync(Message("c-1", second: 2, metadata: """{"agent": "Imogen"}"""));

        await BeginAsync(world, execution);
        await SucceedAsync(world, execution);

        Assert.Equal("""{"agent":"Imogen"}""", (await world.RowAsync("c-1"))["metadata"]!.ToJsonString());
        var current = await world.Table.Items(world.Engine.Time)
            .FindCurrentAsync(CallNamed("c-1"), execution, TestContext.Current.CancellationToken);
        Assert.Equal("""{"agent":"Imogen"}""", current?.Metadata?.ToJsonString());
    }

    [Fact]
    public async Task Without_metadata_it_says_nothing_of_those_that_are_there()
    {
        await using var world = await CreateAsync(emulators);
        await world.TakeAsync(Message("c-1", metadata: """{"agent": "Imogen"}"""));

        await world.TakeAsync(Message("c-1", second: 2));

        Assert.Equal("""{"agent":"Imogen"}""", (await world.RowAsync("c-1"))["metadata"]!.ToJsonString());
        Assert.Single(await world.ExecutionsAsync());
    }
}
