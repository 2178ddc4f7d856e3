using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Workflow;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenTheAudioIsAskedFor(RunningEmulators emulators)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_heard_where_the_answer_leads()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await AddAsync(table, "heard & done.wav", "the whole recording");

        var answer = await AudioAsync(table);

        Assert.Equal(302, answer.StatusCode);
        using var whole = await Http.GetAsync(new Uri(answer.Headers["Location"]), Cancellation);
        Assert.Equal("the whole recording", await whole.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("audio/x-wav", whole.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_player_may_ask_for_a_part()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await AddAsync(table, "part.mp3", "the whole recording");
        var answer = TestApi.Body(await AudioAsync(table, ("as", "json")));
        using var request = new HttpRequestMessage(HttpMethod.Get, UrlIn(answer));
        request.Headers.Range = new RangeHeaderValue(4, 8);

        using var part = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("whole", await part.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("audio/mpeg", (string?)answer["content_type"]);
        Assert.Equal(300, (int?)answer["expires_in_seconds"]);
    }

    [Fact]
    public async Task Of_several_recordings_it_is_the_one_that_is_named_or_the_newest()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await AddAsync(table, "old.wav", "old", Recordings.Start);
        await AddAsync(table, "new.wav", "new", Recordings.Start + 1);

        var newest = TestApi.Body(await AudioAsync(table, ("as", "json")));
        var named = TestApi.Body(await AudioAsync(
            table, ("as", "json"), ("epchdatetimestamp", "1704067200")));

        Assert.Equal("new", await Http.GetStringAsync(UrlIn(newest), Cancellation));
        Assert.Equal("old", await Http.GetStringAsync(UrlIn(named), Cancellation));
    }

    [Fact]
    public async Task What_is_not_there_is_a_404_that_says_so()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var bucket = emulators.Resources.RecordingsBucket;

        AssertProblem(404, $"There is no call recording with hash {TestCalls.Hash}.", await AudioAsync(table));
        await AddAsync(table, "gone.wav", content: null);
        AssertProblem(
            404,
            $"There is no call recording with hash {TestCalls.Hash} and epchdatetimestamp 1.",
            await AudioAsync(table, ("epchdatetimestamp", "1")));
        AssertProblem(
            404, $"The recording is gone: s3://{bucket}/gone.wav does not exist.", await AudioAsync(table));
        AssertProblem(
            400, "The hash is not 32 lower-case hex digits, the MD5 of a call id.", await AudioAsync(table, "call-1"));
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("secret")]
    public async Task What_is_no_recording_is_not_given(string key)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await AddAsync(table, key, "<script>");

        var answer = await AudioAsync(table);

        Assert.Equal(404, answer.StatusCode);
        Assert.StartsWith("There is no recording to hear: ", Message(answer), StringComparison.Ordinal);
    }

    private async Task AddAsync(
        TestTable table, string key, string? content, long epochSeconds = Recordings.Start)
    {
        using var s3 = emulators.Endpoints.CreateS3();
        var bucket = emulators.Resources.RecordingsBucket;
        if (content is not null)
        {
            await s3.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content }, Cancellation);
        }

        var call = TestCalls.Call with
        {
            AudioS3Uri = new S3Uri(bucket, key).ToString(),
            Timestamp = DateTimeOffset.FromUnixTimeSeconds(epochSeconds).ToString("O"),
        };
        await table.Items(TimeProvider.System).BeginAsync(
            call, TestCalls.Current, TestCalls.Recording, TestCalls.OutputUri, Cancellation);
    }

    private Task<ApiResponse> AudioAsync(TestTable table, params (string Name, string Value)[] query) =>
        AudioAsync(table, TestCalls.Hash, query);

    private async Task<ApiResponse> AudioAsync(
        TestTable table, string hash, params (string Name, string Value)[] query)
    {
        using var s3 = emulators.Endpoints.CreateS3();
        return await new TestApi(table, s3: s3).AskAsync(TestApi.GetOf(hash, "/analytics/{hash}/audio", query));
    }

    private static Uri UrlIn(JsonObject answer) => new((string)answer["url"]!);

    private static void AssertProblem(int statusCode, string message, ApiResponse answer) =>
        Assert.Equal((statusCode, message), (answer.StatusCode, Message(answer)));

    private static string Message(ApiResponse answer) => (string)JsonNode.Parse(answer.Body)!["message"]!;
}
