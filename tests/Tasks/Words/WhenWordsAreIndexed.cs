using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;

namespace CallRecording.Tests.Tasks.Words;

[Collection(LargeItemsCollection.Name)]
public sealed class WhenWordsAreIndexed(RunningEmulators emulators)
{
    private static readonly string Place = CallSortKey.Of(CallItemKey.Of(TestCalls.Call));

    [Fact]
    public async Task Every_word_says_where_it_is()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.BeginAsync(TestCalls.Call, TestCalls.Current);
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", "Good morning.", "A good refund!");

        await world.PersistAsync(call, TestCalls.Current);

        Assert.Equal(
            [
                "1: call_id  call-1",
                "a: transcript 1000 A good refund!",
                "call: call_id  call-1",
                "good: transcript 0 Good morning.",
                "morning: transcript 0 Good morning.",
                "refund: transcript 1000 A good refund!",
            ],
            (await world.WordsAsync())[Place]);
    }

    [Fact]
    public async Task The_item_says_how_long_it_took_and_what_it_cost()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var execution = TestCalls.Execution("timed", "2026-03-01T11:58:30.250Z");
        await world.BeginAsync(TestCalls.Call, execution);
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", "Good morning.");

        await world.PersistAsync(call, execution);

        var row = (await world.Table.RowAsync(TestCalls.Call))!;
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.False(row.ContainsKey("step"));
        Assert.False(row.ContainsKey("words_not_indexed"));
        Assert.Equal("2026-03-01T11:59:00.000Z", (string?)row["submitted_at"]);
        Assert.Equal(41, (int?)row["job_seconds"]);
        Assert.Equal("2026-03-01T12:00:00.000Z", (string?)row["stored_at"]);
        Assert.Equal(89.75m, (decimal?)row["processing_seconds"]);
        Assert.Equal(0.009128m, (decimal?)row["cost_dollars"]);
    }

    [Fact]
    public async Task A_call_with_too_many_says_how_many_are_left_out()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var said = string.Join(' ', Enumerable.Range(10_000, 10_100));
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", said);

        await world.PersistAsync(call, TestCalls.Current);

        var row = (await world.Table.RowAsync(TestCalls.Call))!;
        Assert.Equal(102, (int?)row["words_not_indexed"]);
        Assert.Equal(10_000, (await world.WordsAsync())[Place].Count());
    }

    [Fact]
    public async Task What_new_results_lack_goes_and_only_of_that_call()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var other = TestCalls.Call with { CallId = "call-2" };
        await world.PersistAsync(await world.SucceedJobAsync(other, "job", "An old parcel."), TestCalls.Earlier);
        await world.PersistAsync(
            await world.SucceedJobAsync(TestCalls.Call, "old", "An old parcel."), TestCalls.Earlier);

        var call = await world.SucceedJobAsync(TestCalls.Call, "new", "A new parcel.");
        await world.PersistAsync(call, TestCalls.Current);

        var words = await world.WordsAsync();
        Assert.Equal(await world.ExpectedAsync(call), words[Place]);
        Assert.Contains("old: transcript 0 An old parcel.", words[CallSortKey.Of(CallItemKey.Of(other))]);
    }

    [Fact]
    public async Task Words_that_got_lost_come_back_when_any_execution_persists_the_same_results()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", "A parcel.");
        await world.PersistAsync(call, TestCalls.Current);
        foreach (var row in await world.RowsAsync())
        {
            await world.Table.DynamoDb.DeleteItemAsync(
                world.Table.WordsName,
                new() { ["word"] = row["word"], ["call"] = row["call"] },
                TestContext.Current.CancellationToken);
        }

        // As ./run ops rebuild does.
        var persisted = await world.PersistAsync(call, TestCalls.Execution("rebuilt", "1970-01-01T00:00:00.000Z"));

        Assert.True(persisted.Superseded);
        Assert.Equal(await world.ExpectedAsync(call), (await world.WordsAsync())[Place]);
    }

    [Fact]
    public async Task A_rebuilt_item_does_not_say_that_it_took_decades()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", "A parcel.");
        call = call with { Job = call.Job! with { SubmittedAt = "1970-01-01T00:00:00Z" } };

        await world.PersistAsync(call, TestCalls.Execution("rebuilt", "1970-01-01T00:00:00.000Z"));

        var row = (await world.Table.RowAsync(TestCalls.Call))!;
        Assert.Equal("SUCCESS", (string?)row["bedrock_status"]);
        Assert.All(
            ["submitted_at", "processing_seconds"], attribute => Assert.False(row.ContainsKey(attribute), attribute));
    }

    [Fact]
    public async Task Each_row_is_one_write_unit()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var letters = new string('ẞ', 200);
        var call = await world.SucceedJobAsync(TestCalls.Call, "job", $"{letters} 返金をお願いします。", letters + "x");

        await world.PersistAsync(call, TestCalls.Current);

        Assert.All(await world.RowsAsync(), row => Assert.InRange(ItemSize.Of(row), 1, 1024));
    }
}
