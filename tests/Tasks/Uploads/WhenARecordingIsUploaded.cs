using System.Text.Json.Nodes;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Tasks.Uploads;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenARecordingIsUploaded(RunningEmulators emulators)
{
    private const int SizeBytes = 1000;

    [Fact]
    public async Task It_is_announced_put_and_published()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var metadata = new JsonObject { ["agent"] = "A. Example", ["queue"] = new JsonArray(1, 2.50m) };

        var announced = TestUploads.Body(
            await uploads.AnnounceAsync(Announcement(("call_id", "Zoë 1"), ("metadata", metadata))), 201);
        await TestUploads.PutAsync(announced, SizeBytes);
        var completed = TestUploads.Body(await uploads.CompleteAsync((string?)announced["upload"]), 202);

        var notification = CallNotification.Read(Assert.Single(await uploads.PublishedAsync()));
        Assert.Equal("Zoë 1", notification.CallId);
        Assert.Equal(uploads.Time.GetUtcNow(), notification.Timestamp);
        Assert.True(JsonNode.DeepEquals(metadata, notification.Metadata), notification.Metadata?.ToJsonString());
        Assert.Equal(ResourceNames.RecordingsBucket, notification.Audio.Bucket);
        Assert.Matches("^uploads/2026/11/23/Zo--1-[0-9a-f]{16}/[0-9a-f]{16}[.]mp3$", notification.Audio.Key);
        foreach (var answer in (JsonObject[])[announced, completed])
        {
            Assert.Equal("Zoë 1", (string?)answer["call_id"]);
            Assert.Equal(CallHash.Of("Zoë 1"), (string?)answer["hash"]);
            Assert.Equal(notification.Timestamp.ToUnixTimeSeconds(), (long?)answer["epchdatetimestamp"]);
        }
    }

    [Fact]
    public async Task The_object_has_the_announced_type()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement()), 201);
        await TestUploads.PutAsync(announced, SizeBytes);

        Assert.Equal("audio/mpeg", (string?)announced["headers"]!["Content-Type"]);
        Assert.Equal(900, (int?)announced["expires_in_seconds"]);
        // The size too: S3 takes no larger file by this address.
        Assert.Contains(
            "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match",
            (string?)announced["url"],
            StringComparison.Ordinal);
        await uploads.CompleteAsync((string?)announced["upload"]);
        var audio = CallNotification.Read(Assert.Single(await uploads.PublishedAsync())).Audio;
        var head = await uploads.S3.GetObjectMetadataAsync(
            audio.Bucket, audio.Key, TestContext.Current.CancellationToken);
        Assert.Equal("audio/mpeg", head.Headers.ContentType);
    }

    [Fact]
    public async Task Without_a_call_id_it_is_the_files_name_and_the_time()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var now = TestUploads.Body(await uploads.AnnounceAsync(Announcement()), 201);
        var then = TestUploads.Body(
            await uploads.AnnounceAsync(Announcement(("timestamp", "2024-01-01T02:00:00+01:00"))), 201);

        Assert.Matches("^support[.]call-20261123-080910-[0-9a-f]{8}$", (string?)now["call_id"]);
        Assert.Matches("^support[.]call-20240101-010000-[0-9a-f]{8}$", (string?)then["call_id"]);
        Assert.Equal(1704070800, (long?)then["epchdatetimestamp"]);
    }

    [Fact]
    public async Task Completing_it_twice_publishes_one_and_the_same_execution()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement()), 201);
        await TestUploads.PutAsync(announced, SizeBytes);

        await uploads.CompleteAsync((string?)announced["upload"]);
        uploads.Time.Advance(TimeSpan.FromMinutes(59));
        TestUploads.Body(await uploads.CompleteAsync((string?)announced["upload"]), 202);

        var names = (await uploads.PublishedAsync()).Select(CallNotification.Read).Select(ExecutionName.For).ToList();
        Assert.Equal(2, names.Count);
        Assert.Single(names.Distinct());
    }

    [Fact]
    public async Task The_same_upload_has_the_same_key_and_another_file_another()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var (call, token) = (("call_id", (JsonNode)"c-1"), ("client_token", (JsonNode)"7f-A"));

        var first = Path(await uploads.AnnounceAsync(Announcement(call, token)));
        var again = Path(await uploads.AnnounceAsync(Announcement(token, ("call_id", " c-1 "))));
        var larger = Path(await uploads.AnnounceAsync(Announcement(call, token, ("size_bytes", SizeBytes + 1))));
        var renamed = Path(await uploads.AnnounceAsync(Announcement(call, token, ("file_name", "other.mp3"))));
        var other = Path(await uploads.AnnounceAsync(Announcement(call, ("client_token", "7f-B"))));
        var without = Path(await uploads.AnnounceAsync(Announcement(call)));
        uploads.Time.Advance(TimeSpan.FromSeconds(1));
        var later = Path(await uploads.AnnounceAsync(Announcement(call, token)));

        Assert.Equal(first, again);
        Assert.Equal(6, new HashSet<string> { first, larger, renamed, other, without, later }.Count);
    }

    [Fact]
    public async Task Three_files_of_one_name_and_size_in_one_second_are_three_calls_with_three_keys()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        ApiResponse[] answers = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(_ => uploads.AnnounceAsync(Announcement())));

        Assert.Equal(3, answers.Select(Path).Distinct().Count());
        Assert.Equal(3, answers.Select(answer => (string?)TestUploads.Body(answer, 201)["call_id"]).Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_did_not_come_is_not_published()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement(("call_id", "lost"))), 201);

        var answer = await uploads.CompleteAsync((string?)announced["upload"]);

        Assert.Equal("The file is not there; upload it first.", (string?)TestUploads.Body(answer, 409)["message"]);
        Assert.Empty(await uploads.PublishedAsync());
    }

    [Fact]
    public async Task A_file_of_another_size_is_not_published()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement()), 201);
        await TestUploads.PutAsync(announced, SizeBytes - 1);

        var answer = await uploads.CompleteAsync((string?)announced["upload"]);

        Assert.Equal(
            "The file has 999 bytes, 1000 were announced; announce it again.",
            (string?)TestUploads.Body(answer, 409)["message"]);
        Assert.Empty(await uploads.PublishedAsync());
    }

    private static string Path(ApiResponse answer) =>
        new Uri((string)TestUploads.Body(answer, 201)["url"]!).AbsolutePath;

    internal static JsonObject Announcement(params (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject { ["file_name"] = "support.call.MP3", ["size_bytes"] = SizeBytes };
        foreach (var (name, value) in members)
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
