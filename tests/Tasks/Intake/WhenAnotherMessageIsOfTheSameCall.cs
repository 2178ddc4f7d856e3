using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using static CallRecording.Tests.Tasks.Intake.EarlierCalls;
using static CallRecording.Tests.Tasks.Intake.StarterWorld;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>Other metadata, another recording, another call with the same MD5: no call is taken away.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnotherMessageIsOfTheSameCall(RunningEmulators emulators)
{
    [Theory]
    [InlineData(Timestamp)]
    [InlineData("2024-01-02T00:00:00Z")]
    public async Task A_call_id_with_the_MD5_of_another_one_is_refused_with_the_reason(string timestamp)
    {
        await using var world = await CreateAsync(emulators, timestamp[9..10]);
        await world.TakeAsync(Message(CollidingIds.One));
        var before = await world.RowAsync(CollidingIds.One);

        var reason = await world.RefuseAsync(Message(CollidingIds.Other, second: 2, timestamp: timestamp));

        Assert.Contains("has the MD5 of another one", reason, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync(CollidingIds.One)).ToJsonString());
        Assert.Single(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Of_two_call_ids_with_one_MD5_that_come_at_once_one_is_refused()
    {
        await using var world = await CreateAsync(emulators);

        var answer = await world.HandleAsync(
            Message(CollidingIds.One),
            Message(CollidingIds.Other, second: 2, timestamp: "2024-01-01T00:00:07Z"));

        Assert.Single(answer.BatchItemFailures);
        Assert.Single(await world.ExecutionsAsync());
        Assert.Contains(
            world.Last.Log.Lines, line => line.Contains("has the MD5 of another one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IN_PROGRESS")]
    [InlineData("SUCCESS")]
    public async Task Another_recording_of_the_same_second_is_refused_and_the_first_one_kept(string status)
    {
        await using var world = await CreateAsync(emulators, status);
        await EndedAsync(world, status);
        var before = await world.RowAsync("c-1");

        var reason = await world.RefuseAsync(Message("c-1", second: 2, audio: "b.wav"));

        Assert.Contains("publish this one with another timestamp", reason, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await world.RowAsync("c-1")).ToJsonString());
        Assert.Single(await world.ExecutionsAsync());
    }

    [Fact]
    public async Task Of_two_recordings_that_come_at_once_one_is_kept_and_one_comes_back()
    {
        await using var world = await CreateAsync(emulators);

        var answer = await world.HandleAsync(Message("c-1", audio: "a.wav"), Message("c-1", second: 2, audio: "b.wav"));

        var arn = Assert.Single(await world.ExecutionsAsync());
        Assert.Single(answer.BatchItemFailures);
        Assert.Equal(arn, (string?)(await world.RowAsync("c-1"))["execution_arn"]);
    }

    [Fact]
    public async Task In_the_place_of_one_that_failed_another_recording_is_taken()
    {
        await using var world = await CreateAsync(emulators);
        await EndedAsync(world, "FAILED");

        await world.TakeAsync(Message("c-1", second: 2, audio: "b.wav"));

        var row = await world.RowAsync("c-1");
        Assert.Equal("IN_PROGRESS", (string?)row["bedrock_status"]);
        Assert.Equal("s3://recordings/b.wav", (string?)row["s3_input_uri"]);
        Assert.Equal(
            ["s3://recordings/a.wav", "s3://recordings/b.wav"],
            row["s3_input_uris"]!.AsArray().Select(one => (string)one!).Order(StringComparer.Ordinal));
        Assert.All(["error", "cause", "failed_state", "failure_id"], name => Assert.False(row.ContainsKey(name), name));
        Assert.Equal(2, (await world.ExecutionsAsync()).Count);
    }

    [Fact]
    public async Task A_late_repeat_of_the_one_that_failed_does_not_take_it_back()
    {
        await using var world = await CreateAsync(emulators);
        await EndedAsync(world, "FAILED");
        await world.TakeAsync(Message("c-1", second: 2, audio: "b.wav"));
        var before = await world.RowAsync("c-1");

        await world.TakeAsync(Message("c-1", second: 1, audio: "a.wav"));

        Assert.Equal(before.ToJsonString(), (await world.RowAsync("c-1")).ToJsonString());
        Assert.Equal(2, (await world.ExecutionsAsync()).Count);
    }

    [Fact]
    public async Task A_redrive_of_the_one_that_was_replaced_writes_nothing()
    {
        await using var world = await CreateAsync(emulators);
        var execution = await EndedAsync(world, "FAILED");
        await world.TakeAsync(Message("c-1", second: 2, audio: "b.wav"));
        var before = await world.RowAsync("c-1");

        await Assert.ThrowsAsync<CallSupersededException>(() => BeginAsync(world, execution));

        Assert.Equal(before.ToJsonString(), (await world.RowAsync("c-1")).ToJsonString());
    }

    [Fact]
    public async Task A_redrive_does_not_take_an_item_back_whose_new_execution_is_about_to_start()
    {
        await using var world = await CreateAsync(emulators);
        await world.TakeAsync(Message("c-1"));
        var arn = Assert.Single(await world.ExecutionsAsync());
        // Stopped before it wrote anything, and settled.
        await world.Engine.StopAsync(arn[(arn.LastIndexOf(':') + 1)..]);
        await world.SweepAsync();
        var machine = world.MachineArn;
        world.MachineArn += "2";
        await world.RefuseAsync(Message("c-1", second: 2, audio: "b.wav"));
        world.MachineArn = machine;
        var received = await world.RowAsync("c-1");

        await Assert.ThrowsAsync<CallSupersededException>(
            () => BeginAsync(world, new ExecutionReference(arn, "2026-03-01T12:00:00.000Z")));

        Assert.Equal("s3://recordings/b.wav", (string?)received["s3_input_uri"]);
        Assert.Equal(received.ToJsonString(), (await world.RowAsync("c-1")).ToJsonString());
    }
}
