using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.Whole;

/// <summary>Logs, the terminal, error texts and execution histories: they name calls, and never what was said in
/// them.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenEverythingIsLogged(RunningStack stack)
{
    private const int LongEnough = 12;

    [Fact]
    public async Task No_transcript_summary_signature_or_key_is_among_it()
    {
        var call = await stack.SubmitAsync("logged");
        var spoiled = await stack.SubmitAsync("logged-spoiled", "corrupt-result");
        var failed = await stack.SubmitAsync("logged-failed", "client-error");
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(spoiled.ExecutionArn));
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(failed.ExecutionArn));
        var item = await stack.ItemAsync(call);
        var audio = await stack.AskAsync($"/analytics/{call.Hash}/audio?as=json");
        await stack.AskAsync($"/analytics/{call.Hash}/segments");
        await stack.AskAsync("/analytics?text=invoice");

        var logged = await stack.EverythingLoggedAsync();
        foreach (var arn in (string[])[call.ExecutionArn, spoiled.ExecutionArn, failed.ExecutionArn])
        {
            logged += System.Text.Json.JsonSerializer.Serialize(await stack.HistoryAsync(arn));
        }

        logged += (string?)(await stack.ItemAsync(spoiled))["cause"]
            + (string?)(await stack.ItemAsync(failed))["cause"];
        Assert.Contains("logged-spoiled", logged, StringComparison.Ordinal);
        string[] sentences = [.. Texts(item).Where(text => text.Length >= LongEnough)];
        Assert.True(sentences.Length > 20, $"Only {sentences.Length} sentences to look for.");
        Assert.All(sentences, sentence => Assert.DoesNotContain(sentence, logged, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("X-Amz-Signature", audio.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-Signature", logged, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(stack.TokenKey, logged, StringComparison.OrdinalIgnoreCase);
    }

    // Everything that was made of the audio, sentence by sentence.
    private static IEnumerable<string> Texts(JsonObject item) =>
        new[] { "transcript", "call_summary", "audio_summary", "topic_summary" }
            .Select(name =>
                item[name]?.ToJsonString(
                    new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                    ?? string.Empty)
            .SelectMany(text => text.Split(
                ['.', '?', '!', '"', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
