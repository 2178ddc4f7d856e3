using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Uploads;
using CallRecording.Tests.Tasks.Words;
using CallRecording.Workflow;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>A route's status codes, each with those of its headers that a page may read.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnswersAreDescribed(RunningEmulators emulators)
{
    private const string HashOfNoCall = "00000000000000000000000000000000";

    [Fact]
    public async Task Every_answer_to_a_question_is_in_the_description_and_no_other()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        using var s3 = emulators.Endpoints.CreateS3();
        await StoreAsync(world, s3);
        var api = new TestApi(world.Table, s3: s3);

        foreach (var route in api.Routes)
        {
            var answers = new List<ApiResponse>();
            foreach (var question in Questions(route))
            {
                answers.Add(await api.AskAsync(question));
            }

            AssertDescribed(route, "get", answers);
        }
    }

    [Fact]
    public async Task Every_answer_to_an_upload_is_in_the_description_and_no_other()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        // What others uploaded is there already.
        var announcement = WhenARecordingIsUploaded.Announcement(("call_id", "described"));
        var announced = TestUploads.Body(await uploads.AnnounceAsync(announcement), 201);
        var token = new JsonObject { ["upload"] = (string?)announced["upload"] };
        await WhenAnUploadMeetsACall.AddAsync(uploads, "taken", "s3://bucket/a.wav");
        string[] bodies =
        [
            "", announcement.ToJsonString(), WhenAnUploadMeetsACall.Announcement("taken").ToJsonString(),
            token.ToJsonString(), new string(' ', 256 * 1024 + 1),
        ];
        var answers = new List<(string Path, ApiResponse Answer)>();

        foreach (var path in DescribedApi.PathsWith("post"))
        {
            foreach (var body in bodies)
            {
                answers.Add((path, await uploads.PostAsync(path, body)));
            }
        }

        await TestUploads.PutAsync(announced, (int)announcement["size_bytes"]!); // Of every announcement.
        answers.Add((UploadsHandler.Completion, await uploads.CompleteAsync((string?)token["upload"])));

        foreach (var ofPath in answers.GroupBy(answer => answer.Path, answer => answer.Answer))
        {
            AssertDescribed(ofPath.Key, "post", ofPath);
        }
    }

    /// <summary>Two calls, of which one has results and can be heard.</summary>
    private static async Task StoreAsync(IndexWorld world, IAmazonS3 s3)
    {
        var audio = new S3Uri(ResourceNames.RecordingsBucket, "described.wav");
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = audio.Bucket, Key = audio.Key, ContentBody = "sound" },
            TestContext.Current.CancellationToken);
        var call = await world.SucceedJobAsync(
            TestCalls.Call with { AudioS3Uri = audio.ToString() }, "job", "Hello.");
        await world.BeginAsync(call, TestCalls.Current);
        await world.PersistAsync(call, TestCalls.Current);
        await Recordings.AddAsync(world.Table, "another", Recordings.Start);
    }

    /// <summary>The same to every route: where one makes no sense, saying so is an answer as well.</summary>
    private static IEnumerable<ApiRequest> Questions(string route)
    {
        (string, string)[][] queries =
            [[], [("limit", "1")], [("as", "json")], [("callId", "unknown")], [("unknown", "")]];
        return
            from query in queries
            from hash in (string[])[TestCalls.Hash, HashOfNoCall]
            from known in (string[])["none", "*"]
            select TestApi.Get(route, query) with
            {
                PathParameters = new Dictionary<string, string> { ["hash"] = hash },
                Headers = new Dictionary<string, string> { ["If-None-Match"] = known },
            };
    }

    private static void AssertDescribed(string route, string method, IEnumerable<ApiResponse> answers)
    {
        var given = answers
            .GroupBy(answer => $"{answer.StatusCode}", ForPages)
            .Select(answer => (answer.Key, answer.SelectMany(headers => headers)));

        Assert.Equal(Told(route, given), Told(route, DescribedApi.Answers(route, method)));
    }

    private static IEnumerable<string> ForPages(ApiResponse answer) =>
        answer.Headers["Access-Control-Expose-Headers"].Split(',').Where(answer.Headers.ContainsKey);

    private static IEnumerable<string> Told(
        string route, IEnumerable<(string StatusCode, IEnumerable<string> Headers)> answers) => answers
        .OrderBy(answer => answer.StatusCode, StringComparer.Ordinal)
        .Select(answer => $"{route} {answer.StatusCode}: "
            + string.Join(", ", answer.Headers.Distinct().Order(StringComparer.Ordinal)));
}
