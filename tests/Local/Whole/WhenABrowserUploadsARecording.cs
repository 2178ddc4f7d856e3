using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Bda;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local.Whole;

/// <summary>As the page does it: announce, put, complete, follow.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenABrowserUploadsARecording(RunningStack stack)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shipped_sample_becomes_a_call_with_its_results()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Cancelled);

        var announced = await UploadAsync("uploaded-1", "My recording.mp3", audio);
        var item = await EndAsync(announced, "uploaded-1");

        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.Equal((string?)announced["hash"], (string?)item["hash"]);
        Assert.Equal((long?)announced["epchdatetimestamp"], (long?)item["epchdatetimestamp"]);
        Assert.Equal("A. Example", (string?)item["metadata"]!["agent"]);
        var custom = JsonNode.Parse(
            await File.ReadAllTextAsync(Calls.Sample("custom_output.json").FullName, Cancelled))!;
        Assert.Equal((string?)custom["inference_result"]!["call_summary"], (string?)item["call_summary"]);
    }

    [Fact]
    public async Task A_file_larger_than_the_emulator_takes_at_once_comes_whole_and_says_why_it_is_no_call_here()
    {
        var audio = TestAudio.Wav(seconds: 1500);
        Assert.True(audio.Length > 11 * 1024 * 1024, $"{audio.Length} bytes");

        var announced = await UploadAsync("uploaded-2", "long.wav", audio);
        var item = await EndAsync(announced, "uploaded-2");

        Assert.Equal("FAILED", (string?)item["bedrock_status"]);
        Assert.Contains("No recorded result for", (string?)item["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completing_it_again_starts_nothing()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Cancelled);
        var announced = await UploadAsync("uploaded-3", "audio.mp3", audio);
        await EndAsync(announced, "uploaded-3");

        using var again = await CompleteAsync(announced);
        await stack.QueueIsEmptyAsync();

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Single(await stack.ExecutionsNamedAsync("uploaded-3-"));
    }

    [Fact]
    public async Task Another_recording_takes_neither_its_place_nor_its_file_s()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Cancelled);
        var announced = await UploadAsync("uploaded-4", "audio.mp3", audio);
        await EndAsync(announced, "uploaded-4");

        using var put = await PutAsync(announced, TestAudio.Wav(seconds: 1));
        using var again = await PostAsync("/analytics/uploads", new JsonObject
        {
            ["file_name"] = "audio.mp3",
            ["size_bytes"] = audio.Length,
            ["call_id"] = " uploaded-4 ",
            ["timestamp"] = CallTimestamp.Format(
                DateTimeOffset.FromUnixTimeSeconds((long)announced["epchdatetimestamp"]!)),
        });

        Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        Assert.EndsWith(
            " already; give another timestamp or call_id.",
            (string?)(await ReadAsync(again, HttpStatusCode.Conflict))["message"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_files_of_one_name_dropped_together_are_three_calls()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Cancelled);

        JsonObject[] announced = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(_ => UploadAsync(callId: null, "recording.mp3", audio)));
        var items = new List<JsonObject>();
        foreach (var one in announced)
        {
            items.Add(await EndAsync(one, (string)one["call_id"]!));
        }

        Assert.All(items, item => Assert.Equal("SUCCESS", (string?)item["bedrock_status"]));
        Assert.Equal(3, items.Select(item => (string?)item["call_id"]).Distinct().Count());
        Assert.Equal(3, items.Select(item => (string?)item["s3_input_uri"]).Distinct().Count());
    }

    [Fact]
    public async Task An_address_takes_nothing_when_it_is_not_presigned()
    {
        using var content = new ByteArrayContent(new byte[1]);

        using var answer = await Http.PutAsync(
            new Uri(stack.Addresses.Web, $"/uploads-proxy/{ResourceNames.RecordingsBucket}/mine"),
            content,
            Cancelled);
        using var elsewhere = await Http.PutAsync(
            new Uri(stack.Addresses.Web, $"/uploads-proxy/{ResourceNames.OutputBucket}/mine"),
            content,
            Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private async Task<JsonObject> UploadAsync(string? callId, string fileName, byte[] audio)
    {
        var announcement = new JsonObject
        {
            ["file_name"] = fileName,
            ["size_bytes"] = audio.Length,
            ["call_id"] = callId,
            ["metadata"] = new JsonObject { ["agent"] = "A. Example" },
        };
        using var answer = await PostAsync("/analytics/uploads", announcement);
        var announced = await ReadAsync(answer, HttpStatusCode.Created);

        using var put = await PutAsync(announced, audio);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Cancelled));
        using var completed = await CompleteAsync(announced);
        await ReadAsync(completed, HttpStatusCode.Accepted);
        return announced;
    }

    private async Task<HttpResponseMessage> PutAsync(JsonObject announced, byte[] audio)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(stack.Addresses.Web, (string)announced["url"]!))
        {
            Content = new ByteArrayContent(audio),
        };
        request.Content.Headers.Add("Content-Type", (string?)announced["headers"]!["Content-Type"]);
        request.Headers.Add("If-None-Match", (string?)announced["headers"]!["If-None-Match"]);
        return await Http.SendAsync(request, Cancelled);
    }

    private Task<HttpResponseMessage> CompleteAsync(JsonObject announced) => PostAsync(
        "/analytics/uploads/complete", new JsonObject { ["upload"] = (string?)announced["upload"] });

    private async Task<HttpResponseMessage> PostAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await Http.PostAsync(new Uri(stack.Addresses.Web, path), content, Cancelled);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancelled);
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {body?.ToJsonString()}");
        return body!; // Read from an answer that has one.
    }

    /// <summary>The call's item, once its one execution has ended.</summary>
    private async Task<JsonObject> EndAsync(JsonObject announced, string callId)
    {
        await stack.QueueIsEmptyAsync();
        var execution = Assert.Single(await stack.ExecutionsNamedAsync($"{callId}-"));
        var end = await stack.EndOfAsync(execution.ExecutionArn);
        Assert.True(end is ExecutionEventKind.Succeeded or ExecutionEventKind.Failed, $"{callId} ended as {end}");
        var answer = await stack.AskAsync($"/analytics/{(string?)announced["hash"]}");
        return Assert.Single(answer["items"]!.AsArray())!.AsObject();
    }
}
