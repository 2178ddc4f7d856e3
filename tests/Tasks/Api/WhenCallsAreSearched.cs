using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Words;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenCallsAreSearched(RunningEmulators emulators)
{
    private static readonly JsonObject Standard = IndexWorld.Standard(
    [
        new JsonObject { ["segment_index"] = 0, ["start_timestamp_millis"] = 0, ["text"] = "Good morning." },
        new JsonObject
        {
            ["segment_index"] = 1, ["start_timestamp_millis"] = 2500, ["text"] = "The café's meter is broken!",
        },
    ]);

    private static readonly JsonObject Custom = new()
    {
        ["inference_result"] = new JsonObject
        {
            ["call_summary"] = "An outage was reported.",
            ["call_categories"] = new JsonArray("Broken meter", "Réclamation"),
        },
    };

    [Theory]
    [InlineData("broken")]
    [InlineData("BROKEN!")]
    [InlineData("  broken,  morning ")]
    [InlineData("Cafe's")]
    [InlineData("CAFÉ’S meter")]
    [InlineData("outage broken")]
    [InlineData("call-1")]
    public async Task Every_word_must_occur_however_it_is_written(string text)
    {
        using var world = await WorldAsync();

        Assert.Equal(1, await CountAsync(world, ("text", text)));
        Assert.Equal(0, await CountAsync(world, ("text", text + " refund")));
        Assert.Equal(0, await CountAsync(world, ("text", "brok")));
    }

    [Fact]
    public async Task Each_word_says_where_it_is()
    {
        using var world = await WorldAsync();

        var items = TestApi.Items(await Api(world).ListAsync(("text", "broken outage")));

        Assert.Equal(
            """
            [{"word":"broken","found_in":"transcript","excerpt":"The café's meter is broken!","at_millis":2500},
            {"word":"outage","found_in":"call_summary","excerpt":"An outage was reported."}]
            """.ReplaceLineEndings(""),
            ApiText(items[0]["matches"]));
        Assert.False(items[0].ContainsKey("transcript"));
    }

    [Theory]
    [InlineData("Broken meter", 1)]
    [InlineData("BROKEN  METER", 1)]
    [InlineData("reclamation", 1)]
    [InlineData("Broken", 0)]
    [InlineData("meter", 0)]
    public async Task A_category_is_found_by_its_whole_name(string category, int count)
    {
        using var world = await WorldAsync();

        Assert.Equal(count, await CountAsync(world, ("category", category)));
        Assert.Equal(count, await CountAsync(world, ("category", category), ("text", "morning")));
        Assert.Equal(0, await CountAsync(world, ("category", category), ("text", "refund")));
    }

    [Fact]
    public async Task Other_filters_hold_as_well()
    {
        using var world = await WorldAsync();

        Assert.Equal(1, await CountAsync(world, ("text", "broken"), ("status", "SUCCESS")));
        Assert.Equal(0, await CountAsync(world, ("text", "broken"), ("status", "FAILED")));
        Assert.Equal(1, await CountAsync(world, ("text", "broken"), ("from", "2024-01-01"), ("to", "2024-01-01")));
        Assert.Equal(0, await CountAsync(world, ("text", "broken"), ("from", "2024-01-01T00:00:01Z")));
        Assert.Equal(0, await CountAsync(world, ("text", "broken"), ("to", "2023-12-31")));
    }

    [Fact]
    public async Task After_new_results_their_words_count_and_no_others()
    {
        using var world = await WorldAsync();
        await world.BeginAsync(TestCalls.Call, TestCalls.Later);
        var again = await world.SucceedJobAsync(TestCalls.Call, "again", "A good refund!");

        await world.PersistAsync(again, TestCalls.Later);

        Assert.Equal(1, await CountAsync(world, ("text", "refund")));
        Assert.Equal(0, await CountAsync(world, ("text", "broken")));
        Assert.Equal(0, await CountAsync(world, ("category", "Broken meter")));
    }

    [Fact]
    public async Task A_call_whose_item_was_erased_is_not_found()
    {
        using var world = await WorldAsync();
        var other = TestCalls.Call with { CallId = "other" };
        await world.AddAsync(other, (JsonObject)Standard.DeepClone());

        await world.Table.DynamoDb.DeleteItemAsync(
            world.Table.Name,
            CallItemKey.Of(TestCalls.Call).ToAttributes(),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, await CountAsync(world, ("text", "broken")));
        Assert.Equal(
            ["other"],
            TestApi.Items(await Api(world).ListAsync(("text", "broken"))).Select(item => (string?)item["call_id"]));
    }

    private async Task<IndexWorld> WorldAsync()
    {
        var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(TestCalls.Call, (JsonObject)Standard.DeepClone(), (JsonObject)Custom.DeepClone());
        return world;
    }

    /// <summary>As the list has them, and as they are counted.</summary>
    private static async Task<int> CountAsync(IndexWorld world, params (string Name, string Value)[] query)
    {
        var api = Api(world);
        var listed = await api.AllAsync("/analytics", query);
        var counted = TestApi.Body(await api.AskAsync(TestApi.Get("/analytics/count", query)));
        Assert.Equal(listed.Count, (int?)counted["count"]);
        return listed.Count;
    }

    private static TestApi Api(IndexWorld world) => new(world.Table);

    private static string ApiText(JsonNode? json) =>
        ApiResponse.Text(new JsonObject { ["a"] = json!.DeepClone() })[5..^1];
}
