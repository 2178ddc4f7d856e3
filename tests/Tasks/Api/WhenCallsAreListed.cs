using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenCallsAreListed(RunningEmulators emulators)
{
    private const int Count = 25;

    [Fact]
    public async Task Pages_of_every_size_together_are_all_calls_newest_first()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, Count);

        foreach (var limit in Enumerable.Range(1, Count + 1).Append(100))
        {
            var items = await AllPagesAsync(table, limit);

            Assert.Equal(AllCallIds, items.Select(CallId).Order(StringComparer.Ordinal));
            Assert.Equal(
                Enumerable.Range(0, Count).Select(number => Recordings.Start + (number / 3)).OrderDescending(),
                items.Select(item => (long)item["epchdatetimestamp"]!));
        }
    }

    [Fact]
    public async Task Without_a_limit_a_page_has_twenty()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, Count);

        var answer = await new TestApi(table).ListAsync();

        Assert.Equal(20, TestApi.Items(answer).Count);
        Assert.NotNull(TestApi.Body(answer)["nextToken"]);
        Assert.Equal("Call recording analytics retrieved successfully", (string?)TestApi.Body(answer)["message"]);
    }

    [Theory]
    [InlineData("2023-12-31T23:59:59Z", "2024-01-01T00:00:02Z", 9)]
    [InlineData("2024-01-01T00:00:00Z", "2024-01-01T00:00:02Z", 9)]
    [InlineData("2024-01-01T00:00:01Z", "2024-01-01T00:00:02Z", 6)]
    [InlineData("2024-01-01T00:00:01Z", "2024-01-01T00:00:01Z", 3)]
    [InlineData("2024-01-01T00:00:08Z", "2024-01-01T00:00:09Z", 1)]
    [InlineData("2024-01-01T00:00:09Z", "2025-01-01", 0)]
    [InlineData(null, "2024-01-01T00:00:00Z", 3)]
    [InlineData("2024-01-01T00:00:08Z", null, 1)]
    public async Task Both_borders_of_a_time_span_belong_to_it(string? from, string? to, int count)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, Count);

        var items = await AllPagesAsync(table, 2, [("from", from), ("to", to)]);

        Assert.Equal(count, items.Select(CallId).Distinct().Count());
        Assert.Equal(count, items.Count);
    }

    [Fact]
    public async Task Transcripts_come_only_when_asked_for()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, Count);
        var api = new TestApi(table);

        var without = await api.ListAsync(("limit", "10"));
        var with = await api.ListAsync(("limit", "10"), ("include", "transcript"));
        var usual = await api.ListAsync(("include", "transcript"));

        Assert.All(TestApi.Items(without), item => Assert.False(item.ContainsKey("transcript")));
        Assert.All(TestApi.Items(without), item => Assert.Equal("A greeting.", (string?)item["call_summary"]));
        Assert.All(TestApi.Items(with), item => Assert.Equal("Hello.", (string?)item["transcript"]));
        Assert.Equal(TestApi.Items(without).Select(CallId), TestApi.Items(with).Select(CallId));
        Assert.Equal(with.Body, usual.Body);
    }

    [Fact]
    public async Task Bookkeeping_is_never_shown()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, 1);
        await table.Items(TimeProvider.System).RecordFailureAsync(
            new(TestCalls.Call, TestCalls.Current, "2026-03-01T12:00:00.000Z"),
            new("GetJobStatus", "BdaJobFailed", "The audio is silent."),
            "request-1",
            TestContext.Current.CancellationToken);
        var api = new TestApi(table);

        var items = TestApi.Items(await api.ListAsync())
            .Concat(TestApi.Items(await api.ListAsync(("include", "transcript"))))
            .Concat(TestApi.Items(await api.CallAsync(TestCalls.Hash)))
            .ToList();

        Assert.Equal(5, items.Count);
        string[] bookkeeping =
            ["listing", "in_progress", "failure_id", "failure_recorded_by"];
        Assert.All(items, item => Assert.DoesNotContain(item, member => bookkeeping.Contains(member.Key)));
    }

    private static IEnumerable<string> AllCallIds => Enumerable.Range(0, Count)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"call-{number}"))
        .Order(StringComparer.Ordinal);

    private static string CallId(JsonObject item) => (string)item["call_id"]!; // Every item has one.

    private static async Task<IReadOnlyList<JsonObject>> AllPagesAsync(
        TestTable table, int limit, (string Name, string? Value)[]? query = null)
    {
        var api = new TestApi(table);
        List<(string, string)> asked = [("limit", limit.ToString(CultureInfo.InvariantCulture))];
        asked.AddRange((query ?? []).Where(one => one.Value is not null).Select(one => (one.Name, one.Value!)));
        var items = new List<JsonObject>();
        string? token = null;
        var pages = 0;
        do
        {
            Assert.True(pages++ <= Count, $"There are more than {Count} pages of {limit}.");
            (string, string)[] rest = token is null ? [] : [("nextToken", token)];
            var answer = await api.ListAsync([.. asked, .. rest]);
            var page = TestApi.Items(answer);
            Assert.True(page.Count <= limit, $"A page has {page.Count} items, expected at most {limit}.");
            items.AddRange(page);
            token = (string?)TestApi.Body(answer)["nextToken"];
        }
        while (token is not null);
        return items;
    }
}
