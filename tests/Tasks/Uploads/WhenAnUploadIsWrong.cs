using System.Text.Json.Nodes;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Tasks.Uploads;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenAnUploadIsWrong(RunningEmulators emulators)
{
    [Theory]
    [InlineData("", "There is no body, expected a JSON object.")]
    [InlineData("[]", "The body is of kind Array, expected a JSON object.")]
    [InlineData("""{"size_bytes":1}""", "file_name is missing, expected a file's name.")]
    [InlineData("""{"file_name":7,"size_bytes":1}""", "file_name is of kind Number, expected a text.")]
    [InlineData("""{"file_name":"","size_bytes":1}""", "file_name has 0 characters, expected 1 to 255.")]
    [InlineData("""{"file_name":"a/b.mp3","size_bytes":1}""",
        "file_name holds a slash or a control character, expected a name without its folders.")]
    [InlineData("""{"file_name":"a.mp3"}""", "size_bytes is missing, expected the file's size.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1.5}""", "size_bytes is 1.5, expected a whole number of bytes.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":"1"}""", "size_bytes is \"1\", expected a whole number of bytes.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":0}""", "a.mp3 is empty.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":2147483649}""",
        "a.mp3 has 2147483649 bytes, expected at most 2147483648.")]
    [InlineData("""{"file_name":"a.txt","size_bytes":1}""",
        "a.txt is of format 'txt', expected one of amr, flac, m4a, mp3, ogg, wav.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"call_id":" "}""", "call_id is empty.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"call_id":"a\u0007"}""",
        "call_id holds a control character at position 2 of 2.")]
    [InlineData(
        """{"file_name":"a.mp3","size_bytes":1,"call_id":["a"]}""", "call_id is of kind Array, expected a text.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"call_id":"\ud800"}""",
        "The body holds half of a UTF-16 pair, which is no text.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"timestamp":"soon"}""",
        "timestamp is unusable: A text of 4 characters is no time, expected ISO 8601 such as 2024-01-01T00:00:00Z.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"metadata":[1]}""",
        "metadata is an array, expected a JSON object.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"client_token":"a b"}""",
        "client_token is not 1 to 64 letters, digits and hyphens; it tells this upload from all others, and is "
            + "repeated when it is announced again.")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"key":"mine"}""",
        "'key' is not a member here; there are file_name, size_bytes, call_id, timestamp, metadata, client_token.")]
    public async Task The_answer_says_what(string body, string message)
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        TestUploads.AssertProblem(400, message, await uploads.PostAsync(UploadsHandler.Collection, body));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"file_name":"a.mp3","size_bytes":1,"file_name":"b.mp3"}""")]
    public async Task What_is_no_JSON_is_refused(string body)
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var problem = TestUploads.Body(await uploads.PostAsync(UploadsHandler.Collection, body), 400);

        Assert.StartsWith("The body is not JSON: ", (string?)problem["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_id_longer_than_a_notification_takes_is_refused()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        TestUploads.Body(await uploads.AnnounceAsync(Announcement("call_id", new string('a', 256))), 201);
        TestUploads.AssertProblem(
            400,
            "call_id has 257 characters, expected at most 256.",
            await uploads.AnnounceAsync(Announcement("call_id", new string('a', 257))));
    }

    [Fact]
    public async Task Metadata_larger_than_a_notification_takes_is_refused()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var answer = await uploads.AnnounceAsync(
            Announcement("metadata", new JsonObject { ["note"] = new string('a', 128 * 1024) }));

        Assert.EndsWith(
            "bytes, expected at most 131072.", (string?)TestUploads.Body(answer, 400)["message"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_metadata_makes_the_whole_way()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var announcement = Announcement("metadata", new JsonObject { ["note"] = new string('a', 127 * 1024) });

        var announced = TestUploads.Body(await uploads.AnnounceAsync(announcement), 201);
        await TestUploads.PutAsync(announced, 1000);

        TestUploads.Body(await uploads.CompleteAsync((string?)announced["upload"]), 202);
    }

    [Fact]
    public async Task A_body_beyond_its_bound_is_not_even_read()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        TestUploads.AssertProblem(
            413,
            "The body has 262145 bytes, expected at most 262144.",
            await uploads.PostAsync(UploadsHandler.Collection, new string(' ', 256 * 1024 + 1)));
    }

    [Fact]
    public async Task Other_methods_and_resources_are_told_apart()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var got = await uploads.AskAsync(new() { HttpMethod = "GET", Resource = UploadsHandler.Collection });
        var elsewhere = await uploads.AskAsync(new() { HttpMethod = "POST", Resource = "/analytics" });
        var preflight = await uploads.AskAsync(new() { HttpMethod = "OPTIONS", Resource = UploadsHandler.Completion });

        TestUploads.AssertProblem(405, "GET is not served here, POST is.", got);
        Assert.Equal("POST,OPTIONS", got.Headers["Allow"]);
        TestUploads.AssertProblem(
            404, "There is no such resource; there are /analytics/uploads and /analytics/uploads/complete.", elsewhere);
        Assert.True(preflight.StatusCode is >= 200 and < 300);
        Assert.Equal("POST,OPTIONS", preflight.Headers["Access-Control-Allow-Methods"]);
    }

    [Fact]
    public async Task A_body_in_base64_is_read_too()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);
        var body = System.Text.Encoding.UTF8.GetBytes(Announcement("call_id", "Zoë").ToJsonString());

        var answer = await uploads.AskAsync(new()
        {
            HttpMethod = "POST",
            Resource = UploadsHandler.Collection,
            Body = Convert.ToBase64String(body),
            IsBase64Encoded = true,
            Headers = TestUploads.Json,
        });

        Assert.Equal("Zoë", (string?)TestUploads.Body(answer, 201)["call_id"]);
    }

    /// <summary>What a page of another origin could send without asking first.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task A_body_that_is_not_announced_as_JSON_is_refused(string type)
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        var answer = await uploads.AskAsync(new()
        {
            HttpMethod = "POST",
            Resource = UploadsHandler.Collection,
            Body = Announcement("call_id", "form").ToJsonString(),
            Headers = new Dictionary<string, string> { ["Content-Type"] = type },
        });

        TestUploads.AssertProblem(400, $"The content type is '{type}', expected application/json.", answer);
    }

    private static JsonObject Announcement(string member, JsonNode value) =>
        WhenARecordingIsUploaded.Announcement((member, value));
}
