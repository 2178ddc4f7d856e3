using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Operations;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Tasks.Uploads;

/// <summary>An upload takes no other's place: not a call's in the table, and not a file's in S3.</summary>
[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnUploadMeetsACall(RunningEmulators emulators, MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Recorded = "2026-01-02T03:04:05Z";
    private const string Taken =
        $"There is a recording of this call_id at {Recorded} already; give another timestamp or call_id.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_that_call_id_and_time_is_a_conflict()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        await AddAsync(uploads, "c-1", "s3://bucket/a.wav");

        var answer = await uploads.AnnounceAsync(Announcement("c-1"));

        Assert.Equal(Taken, Problem(answer));
        TestUploads.Body(await uploads.AnnounceAsync(Announcement("c-1", "2026-01-02T03:04:06Z")), 201);
        TestUploads.Body(await uploads.AnnounceAsync(Announcement("c-2")), 201);
    }

    [Fact]
    public async Task So_it_is_where_the_call_came_while_the_file_was_on_its_way()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement("c-1")), 201);
        await TestUploads.PutAsync(announced, 1000);
        await AddAsync(uploads, "c-1", "s3://bucket/a.wav");

        Assert.Equal(Taken, Problem(await uploads.CompleteAsync((string?)announced["upload"])));
        Assert.Empty(await uploads.PublishedAsync());
    }

    [Fact]
    public async Task The_upload_that_became_that_call_may_be_announced_and_completed_again()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announcement = Announcement("c-1");
        announcement["client_token"] = "7f";
        var announced = TestUploads.Body(await uploads.AnnounceAsync(announcement), 201);
        await TestUploads.PutAsync(announced, 1000);
        await uploads.CompleteAsync((string?)announced["upload"]);
        var audio = CallNotification.Read(Assert.Single(await uploads.PublishedAsync())).Audio;
        await AddAsync(uploads, "c-1", audio.ToString());

        var again = TestUploads.Body(await uploads.AnnounceAsync(announcement), 201);

        Assert.Equal(Path(announced), Path(again));
        TestUploads.Body(await uploads.CompleteAsync((string?)again["upload"]), 202);
    }

    [Theory]
    [InlineData(Recorded)]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("2030-01-01T00:00:00Z")]
    public async Task A_call_id_with_the_MD5_of_another_call_s_is_a_conflict(string timestamp)
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        await AddAsync(uploads, CollidingIds.One, "s3://bucket/a.wav");

        var answer = await uploads.AnnounceAsync(Announcement(CollidingIds.Other, timestamp));

        Assert.Equal(
            "Another call has a call_id with the same MD5, by which calls are kept; give another call_id.",
            Problem(answer));
    }

    [Fact]
    public async Task An_address_takes_one_file_and_replaces_none()
    {
        var s3 = moto.Target(StackNames.Local).S3;
        await s3.PutBucketAsync(ResourceNames.RecordingsBucket, Stop);
        using var uploads = await TestUploads.CreateAsync(emulators, s3);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement("c-1")), 201);
        await TestUploads.PutAsync(announced, 1000);

        var (statusCode, _) = await TestUploads.TryPutAsync(announced, 7);

        Assert.Equal(HttpStatusCode.PreconditionFailed, statusCode);
        TestUploads.Body(await uploads.CompleteAsync((string?)announced["upload"]), 202);
    }

    private static string Path(JsonObject announced) => new Uri((string)announced["url"]!).AbsolutePath;

    private static string? Problem(CallRecording.Tasks.Api.ApiResponse answer) =>
        (string?)TestUploads.Body(answer, 409)["message"];

    internal static JsonObject Announcement(string callId, string timestamp = Recorded) =>
        WhenARecordingIsUploaded.Announcement(("call_id", callId), ("timestamp", timestamp));

    internal static async Task AddAsync(TestUploads uploads, string callId, string audio) =>
        await uploads.Table.DynamoDb.PutItemAsync(
            uploads.Table.Name,
            new Dictionary<string, AttributeValue>(
                new CallItemKey(CallHash.Of(callId), CallTimestamp.Parse(Recorded).ToUnixTimeSeconds()).ToAttributes())
            {
                [CallAttributes.CallId] = new(callId),
                [CallAttributes.InputUri] = new(audio),
                [CallAttributes.Status] = new(CallStatus.InProgress),
            },
            Stop);
}
