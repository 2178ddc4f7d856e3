using System.Text.Json.Nodes;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Words;
using CallRecording.Tests.Web.Browser;
using CallRecording.Workflow;

namespace CallRecording.Tests.Tasks.Api;

[Collection(LargeItemsCollection.Name)]
public sealed class WhenSegmentsAreAskedFor(RunningEmulators emulators)
{
    private const int MaxBytesOfAnAnswer = 6 * 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_says_who_said_what_and_when_and_what_is_wrong_with_it()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(TestCalls.Call, LongCall.Standard());

        var segments = TestApi.Items(await SegmentsAsync(world, ("limit", "1000"), ("include", "words")));
        var plain = TestApi.Items(await SegmentsAsync(world, ("limit", "1")));

        Assert.Equal(1000, segments.Count);
        var third = segments[3];
        Assert.Equal(
            (3L, 10800L, 13800L, "spk_1", "ch_0"),
            ((long)third["segment_index"]!, (long)third["start_timestamp_millis"]!,
                (long)third["end_timestamp_millis"]!, (string)third["speaker"]!, (string)third["channel"]!));
        Assert.Equal(7, third["moderation"]!.AsArray().Count);
        var words = third["words"]!.AsArray();
        Assert.Equal(10, words.Count);
        Assert.Equal((10800L, 11100L), ((long)words[0]![1]!, (long)words[0]![2]!));
        Assert.Equal((string)third["text"]!, string.Join(' ', words.Select(word => (string)word![0]!)) + ".");
        Assert.False(plain[0].ContainsKey("words"));
    }

    [Theory]
    [InlineData(700, 6)]
    [InlineData(1000, 4)]
    public async Task Pages_together_are_the_whole_call(int limit, int pages)
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(TestCalls.Call, LongCall.Standard());

        var answers = await PagesAsync(world, ("limit", $"{limit}"));

        Assert.Equal(pages, answers.Count);
        Assert.Equal(
            Enumerable.Range(0, LongCall.Segments),
            answers.SelectMany(TestApi.Items).Select(segment => (int)segment["segment_index"]!));
    }

    [Fact]
    public async Task An_answer_is_never_more_than_Lambda_lets_through()
    {
        const int Count = 300;
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(TestCalls.Call, IndexWorld.Standard([.. Enumerable.Range(0, Count).Select(at =>
            new JsonObject
            {
                ["segment_index"] = at,
                ["start_timestamp_millis"] = at * 1000,
                ["text"] = new string('"', 4_000) + new string('ü', 4_000),
            })]));

        var answers = await PagesAsync(world, ("limit", "1000"));

        Assert.InRange(answers.Count, 2, 4);
        Assert.Equal(Count, answers.Sum(answer => TestApi.Items(answer).Count));
        Assert.All(answers, answer => Assert.InRange(BytesOf(answer), 1, MaxBytesOfAnAnswer));
    }

    [Fact]
    public async Task A_page_of_results_that_were_replaced_is_refused()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(TestCalls.Call, LongCall.Standard());
        var token = (string)TestApi.Body(await SegmentsAsync(world))["nextToken"]!;
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.BeginAsync(TestCalls.Call, TestCalls.Later);
        await world.PersistAsync(
            await world.SucceedJobAsync(TestCalls.Call, "again", LongCall.Standard()), TestCalls.Later);

        var next = await SegmentsAsync(world, ("nextToken", token));

        Assert.Equal(
            (400, "nextToken belongs to results that were replaced since; ask for the first page without it."),
            (next.StatusCode, Message(next)));
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_that_says_so()
    {
        using var world = await IndexWorld.CreateAsync(emulators);

        Assert.Equal(
            (404, $"There is no call recording with hash {TestCalls.Hash}."), Problem(await SegmentsAsync(world)));
        await world.BeginAsync(TestCalls.Call, TestCalls.Current);
        Assert.Equal(
            (404, "There are no results of this recording yet; it is IN_PROGRESS."),
            Problem(await SegmentsAsync(world)));
        await world.PersistAsync(await world.SucceedJobAsync(TestCalls.Call, "job", "Hello."), TestCalls.Current);
        Assert.Equal(200, (await SegmentsAsync(world)).StatusCode);
        var results = S3Uri.Parse((string)(await world.Table.RowAsync(TestCalls.Call))!["results_s3_uri"]!);
        await world.S3.DeleteObjectAsync(results.Bucket, results.Key, Cancellation);
        Assert.Equal(
            (404, $"The results of this recording are gone: {results} does not exist."),
            Problem(await SegmentsAsync(world)));
    }

    private static async Task<IReadOnlyList<ApiResponse>> PagesAsync(
        IndexWorld world, params (string Name, string Value)[] query)
    {
        const int MaxPages = 20;
        var pages = new List<ApiResponse>();
        string? token = null;
        do
        {
            Assert.True(pages.Count < MaxPages, $"There are more than {MaxPages} pages.");
            (string, string)[] next = token is null ? [] : [("nextToken", token)];
            pages.Add(await SegmentsAsync(world, [.. query, .. next]));
            token = (string?)TestApi.Body(pages[^1])["nextToken"];
        }
        while (token is not null);
        return pages;
    }

    private static Task<ApiResponse> SegmentsAsync(IndexWorld world, params (string Name, string Value)[] query) =>
        new TestApi(world.Table, s3: world.S3).AskAsync(
            TestApi.GetOf(TestCalls.Hash, "/analytics/{hash}/segments", query));

    private static long BytesOf(ApiResponse answer)
    {
        using var stream = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(answer, stream);
        return stream.Length;
    }

    private static (int, string) Problem(ApiResponse answer) => (answer.StatusCode, Message(answer));

    private static string Message(ApiResponse answer) => (string)JsonNode.Parse(answer.Body)!["message"]!;
}
