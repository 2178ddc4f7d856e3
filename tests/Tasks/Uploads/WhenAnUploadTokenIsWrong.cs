using System.Text.Json.Nodes;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Tasks.Uploads;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnUploadTokenIsWrong(RunningEmulators emulators)
{
    private const string Foreign = "upload is not one that this API gave; announce the file again.";

    [Theory]
    [InlineData("mine")]
    [InlineData("bWluZQ.bWluZQ")]
    [InlineData("!.!")]
    public async Task A_foreign_token_is_refused(string token)
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        TestUploads.AssertProblem(400, Foreign, await uploads.CompleteAsync(token));
    }

    [Fact]
    public async Task A_token_is_good_for_what_was_announced_alone()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var one = (string)TestUploads.Body(await uploads.AnnounceAsync(Announcement("one")), 201)["upload"]!;
        var two = (string)TestUploads.Body(await uploads.AnnounceAsync(Announcement("two")), 201)["upload"]!;

        TestUploads.AssertProblem(
            400, Foreign, await uploads.CompleteAsync($"{one.Split('.')[0]}.{two.Split('.')[1]}"));
    }

    [Fact]
    public async Task A_token_is_good_for_an_hour()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announced = TestUploads.Body(await uploads.AnnounceAsync(Announcement("late")), 201);
        await TestUploads.PutAsync(announced, 1000);

        uploads.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        TestUploads.Body(await uploads.CompleteAsync((string?)announced["upload"]), 202);
        uploads.Time.Advance(TimeSpan.FromSeconds(1));
        TestUploads.AssertProblem(
            400,
            "upload is older than 60 minutes; announce the file again.",
            await uploads.CompleteAsync((string?)announced["upload"]));
    }

    [Fact]
    public async Task A_missing_token_is_said()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        TestUploads.AssertProblem(
            400,
            "upload is missing, expected the text that announcing the file gave.",
            await uploads.CompleteAsync(null));
    }

    private static JsonObject Announcement(string callId) =>
        WhenARecordingIsUploaded.Announcement(("call_id", callId));
}
