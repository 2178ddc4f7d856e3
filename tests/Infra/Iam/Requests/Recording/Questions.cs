using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Node;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Resources;
using CallRecording.Tests.Local;
using CallRecording.Workflow;

namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>Everything that the page asks the API, and what people upload on it.</summary>
internal sealed class Questions(RecordedSystem system)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly RunningStack stack = system.Stack;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task AskAsync()
    {
        var uploaded = await UploadAsync();
        var item = (await stack.AskAsync("/analytics?callId=everyday"))["items"]![0]!;
        var hash = (string?)item["hash"];
        foreach (var path in new[]
        {
            "/analytics?include=transcript", "/analytics?status=FAILED", "/analytics?text=bill",
            "/analytics?category=Billing",
            "/analytics/count?text=bill", "/analytics/count", "/analytics/overview", $"/analytics/{hash}",
            $"/analytics/{hash}/segments",
        })
        {
            await stack.AskAsync(path);
        }

        using var export = await Http.GetAsync(new Uri(stack.Addresses.Web, "/analytics/export?format=csv"), Stop);
        export.EnsureSuccessStatusCode();
        using var audio = await Http.GetAsync(await AudioAsync(hash), Stop);
        audio.EnsureSuccessStatusCode();
        using var played = await Http.GetAsync(await AudioAsync(uploaded), Stop);
        played.EnsureSuccessStatusCode();
        await LoseAsync(S3Uri.Parse((string)item["results_s3_uri"]!));
        await NotFoundAsync($"/analytics/{hash}/segments");
        await LoseAsync(S3Uri.Parse((string)item["s3_input_uri"]!));
        await NotFoundAsync($"/analytics/{hash}/audio");
        await LoseAsync(
            S3Uri.Parse((string)(await stack.AskAsync($"/analytics/{uploaded}"))["items"]![0]!["s3_input_uri"]!));
        await NotFoundAsync($"/analytics/{uploaded}/audio");
    }

    private async Task<Uri> AudioAsync(string? hash) =>
        new((string)(await stack.AskAsync($"/analytics/{hash}/audio?as=json"))["url"]!);

    private async Task LoseAsync(S3Uri file)
    {
        using var s3 = new EmulatorEndpoints(stack.Addresses.Messaging, stack.Addresses.DynamoDb).CreateS3();
        await s3.DeleteObjectAsync(file.Bucket, file.Key, Stop);
    }

    private async Task NotFoundAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(stack.Addresses.Web, path), Stop);
        Assert.False(answer.IsSuccessStatusCode, $"{path} answers {answer.StatusCode}.");
    }

    /// <returns>The call's hash.</returns>
    private async Task<string> UploadAsync()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Stop);
        var announced = await PostAsync("/analytics/uploads", new JsonObject
        {
            ["file_name"] = "My recording.mp3",
            ["size_bytes"] = audio.Length,
            ["call_id"] = "uploaded",
        });
        var complete = new JsonObject { ["upload"] = (string?)announced["upload"] };
        var tooEarly = await PostAsync("/analytics/uploads/complete", complete.DeepClone());
        Assert.NotNull(tooEarly["message"]);

        await PutAsync(announced, audio);
        await PostAsync("/analytics/uploads/complete", complete);
        await stack.QueueIsEmptyAsync();
        var execution = Assert.Single(await stack.ExecutionsNamedAsync("uploaded-"));
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(execution.ExecutionArn));
        return (string)announced["hash"]!;
    }

    /// <summary>On one machine the address is the page's own, on AWS it is S3's: the rest is the same.</summary>
    private async Task PutAsync(JsonObject announced, byte[] audio)
    {
        var address = new Uri(stack.Addresses.Web, (string)announced["url"]!);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(audio) };
        foreach (var (name, value) in announced["headers"]!.AsObject())
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        }

        using var answer = await Http.SendAsync(request, Stop);
        answer.EnsureSuccessStatusCode();
        var bucketAt = address.PathAndQuery.IndexOf(ResourceNames.RecordingsBucket, StringComparison.Ordinal);
        var path = address.PathAndQuery[(bucketAt - 1)..];
        system.Note("PUT", new Uri(stack.Addresses.Messaging, path));
    }

    private async Task<JsonObject> PostAsync(string path, JsonNode body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(stack.Addresses.Web, path), content, Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!; // Every answer has one.
    }
}
