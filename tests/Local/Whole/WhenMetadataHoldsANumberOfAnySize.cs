using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local.Whole;

/// <summary>JSON allows what DynamoDB refuses: a call with it is processed all the same.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenMetadataHoldsANumberOfAnySize(RunningStack stack)
{
    private const string Metadata = """{"score": 1e-400, "huge": 1e999999999999, "tries": 2}""";

    private static readonly HttpClient Http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_call_goes_through_every_task()
    {
        var first = await stack.SubmitAsync("any-number");
        await stack.EndOfAsync(first.ExecutionArn);
        var message = JsonNode.Parse(first.Message())!.AsObject();
        message["callId"] = "any-number-published";
        message["metadata"] = JsonNode.Parse(Metadata);

        await stack.Commands.PublishAsync(message.ToJsonString(), Stop);

        var name = ExecutionName.For(CallNotification.Read(message.ToJsonString()));
        await AssertSucceedsAsync(
            first.ExecutionArn[..(first.ExecutionArn.LastIndexOf(':') + 1)] + name, "any-number-published");
    }

    [Fact]
    public async Task An_uploaded_one_does_too()
    {
        var audio = await File.ReadAllBytesAsync(Calls.Sample("audio.mp3").FullName, Stop);
        var announced = await PostAsync(
            "/analytics/uploads",
            $$"""{"file_name": "a.mp3", "size_bytes": {{audio.Length}}, "call_id": "any-number-uploaded","""
                + $$""" "metadata": {{Metadata}}}""");
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri(stack.Addresses.Web, (string)announced["url"]!))
        {
            Content = new ByteArrayContent(audio),
        };
        foreach (var (name, value) in announced["headers"]!.AsObject())
        {
            // Each is one of the request or one of its content.
            Assert.True(
                request.Headers.TryAddWithoutValidation(name, (string?)value)
                || request.Content.Headers.TryAddWithoutValidation(name, (string?)value));
        }

        using var put = await Http.SendAsync(request, Stop);
        put.EnsureSuccessStatusCode();
        await PostAsync(
            "/analytics/uploads/complete",
            new JsonObject { ["upload"] = (string?)announced["upload"] }.ToJsonString());

        await stack.QueueIsEmptyAsync();
        var execution = Assert.Single(await stack.ExecutionsNamedAsync("any-number-uploaded-"));
        await AssertSucceedsAsync(execution.ExecutionArn, "any-number-uploaded");
    }

    private async Task AssertSucceedsAsync(string executionArn, string callId)
    {
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(executionArn));
        var item = (await stack.AskAsync($"/analytics?callId={callId}"))["items"]![0]!;
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        var expected = JsonNode.Parse("""{"score": "1e-400", "huge": "1e999999999999", "tries": 2}""");
        Assert.True(JsonNode.DeepEquals(expected, item["metadata"]), item["metadata"]?.ToJsonString());
    }

    private async Task<JsonObject> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(stack.Addresses.Web, path), content, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
