using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;

namespace CallRecording.Tests.Local.Whole;

/// <summary>Extra evidence: what the service really wrote for one of AWS's sample calls.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenARealResultIsReplayed(RunningStack stack)
{
    private static readonly string Folder = Path.Combine(ProjectFiles.Root, "..", "shared", "data", "bda");
    private static readonly FileInfo Standard = new(Path.Combine(Folder, "sample-call.standard_output.result.json"));
    private static readonly FileInfo Custom = new(Path.Combine(Folder, "sample-call.custom_output.result.json"));

    [Fact]
    public async Task It_comes_back_exactly()
    {
        Assert.SkipUnless(Standard.Exists && Custom.Exists, "The recorded AWS result is not on this machine.");
        var standard = JsonNode.Parse(
            await File.ReadAllTextAsync(Standard.FullName, TestContext.Current.CancellationToken))!;
        var custom = JsonNode.Parse(
            await File.ReadAllTextAsync(Custom.FullName, TestContext.Current.CancellationToken))!["inference_result"]!;

        var call = await stack.SubmitAsync(new Submission(
            Calls.Sample("audio.mp3"), "real-result", DateTimeOffset.UnixEpoch, Standard, Custom, Fault: null,
            Count: 1));

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        var item = await stack.ItemAsync(call);
        Assert.Equal(
            (string?)standard["audio"]!["transcript"]!["representation"]!["text"], (string?)item["transcript"]);
        Assert.Equal((string?)standard["audio"]!["summary"], (string?)item["audio_summary"]);
        Assert.Equal((string?)custom["call_summary"], (string?)item["call_summary"]);
        AssertSame(custom["call_categories"], item["call_categories"]);
        AssertSame(custom["call_topics"], item["topics"]);
        AssertSame(custom["call_issues"], item["inference"]!["call_issues"]);
        Assert.Equal(
            standard["topics"]!.AsArray().Select(topic => (string?)topic!["summary"]),
            item["topic_summary"]!.AsArray().Select(topic => (string?)topic!["summary"]));
        AssertSame(standard["audio"]!["content_moderation"], item["audio_content_moderation"]);
        Assert.Equal(273.16, (double?)item["duration_seconds"]);
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(
            JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}, is {actual?.ToJsonString()}");
}
