using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Local;
using CallRecording.Local.Commands;
using CallRecording.Local.Ops;
using CallRecording.Local.Ops.Erasing;
using CallRecording.Local.StepFunctions;
using CallRecording.Tests.Local.Ops;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenACallIsErased(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_left_of_it_and_a_receipt_says_what_went()
    {
        var (call, kept) = (await stack.ProcessAsync("erased"), await stack.ProcessAsync("erased-not"));
        var (words, item) = (await stack.WordsAsync(call), await stack.ItemAsync(call));

        var dry = await EraseAsync(call, Consents.Dry);
        Assert.Null(dry.Receipt);
        Assert.Equal(item.ToJsonString(), (await stack.ItemAsync(call)).ToJsonString());
        Assert.NotEmpty(await ObjectsAsync(ResourceNames.OutputBucket, "erased/"));
        var (said, receipt) = await EraseAsync(call, Consents.Yes);

        Assert.StartsWith("call erased of the system at ", said, StringComparison.Ordinal);
        Assert.Equal("erased", (string?)receipt!["callId"]);
        Assert.Equal(words.Count, (int?)receipt["words"]);
        Assert.Equal([call.Audio.ToString()], receipt["audio"]!.AsArray().Select(one => (string?)one));
        Assert.Contains(
            $"s3://{ResourceNames.OutputBucket}/erased/results.json", receipt["results"]!.AsArray().Select(one => (string?)one));
        Assert.NotEmpty(receipt["left"]!.AsArray());
        Assert.Equal(0, await CountAsync(call));
        Assert.Empty(await stack.WordsAsync(call));
        Assert.Empty(await ObjectsAsync(ResourceNames.OutputBucket, "erased/"));
        Assert.DoesNotContain(call.Audio.Key, await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));

        Assert.Equal(1, await CountAsync(kept));
        Assert.NotEmpty(await stack.WordsAsync(kept));
        Assert.NotEmpty(await ObjectsAsync(ResourceNames.OutputBucket, "erased-not/"));
        Assert.Contains(kept.Audio.Key, await ObjectsAsync(kept.Audio.Bucket, kept.Audio.Key));

        var again = await EraseAsync(call, Consents.Yes);
        Assert.Null(again.Receipt);
        Assert.Contains(": 0 items with their words, 0 objects of results, 0 objects of audio", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recording_stays_where_it_is_to_stay()
    {
        var call = await stack.ProcessAsync("erased-but-audio");

        var (_, receipt) = await EraseAsync(call, Consents.Yes, withAudio: false);

        Assert.Empty(receipt!["audio"]!.AsArray());
        Assert.Equal(0, await CountAsync(call));
        Assert.Contains(call.Audio.Key, await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));
    }

    [Fact]
    public async Task It_is_refused_while_its_execution_runs()
    {
        // Its job never ends, and the deadline is far.
        var call = await stack.SubmitAsync("erased-running", "hang");
        await Emulators.Eventually.TrueAsync(
            async () => (await stack.JobsAsync(call.Audio)).Count == 1, "its job was submitted");

        var refusal = await Assert.ThrowsAsync<LocalException>(() => EraseAsync(call, Consents.Yes));

        Assert.Equal($"{call.ExecutionArn} runs and would write again: stop it, or wait for its end", refusal.Message);
        Assert.Equal(1, await CountAsync(call));
        await stack.StopAsync(call.ExecutionArn, "Test", "over");
        Assert.Equal(ExecutionEventKind.Aborted, await stack.EndOfAsync(call.ExecutionArn));
    }

    [Fact]
    public async Task Neither_a_late_message_nor_its_execution_brings_it_back()
    {
        var call = await stack.SubmitAsync("erased-failed", "client-error");
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        await EraseAsync(call, Consents.Yes);
        using var target = OpsTarget.At(stack.Addresses);
        await using var said = new StringWriter();

        await stack.Commands.PublishAsync(call.Message(), Stop);
        await stack.QueueIsEmptyAsync();
        await FailuresCommand.RunAsync(
            target, new FailureFilter(null, [call.CallId], null, null), json: false, said, Stop);
        await stack.RedriveAsync(call.ExecutionArn);
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));

        Assert.StartsWith("0 failed calls", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(call));
    }

    private async Task<int> CountAsync(SubmittedCall call)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(stack.Addresses.Web, $"/analytics?callId={call.CallId}"), Stop);
        return (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["count"] ?? 0;
    }

    private async Task<IReadOnlyList<string>> ObjectsAsync(string bucket, string prefix)
    {
        using var target = OpsTarget.At(stack.Addresses);
        var answer = await target.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }, Stop);
        return [.. (answer.S3Objects ?? []).Select(one => one.Key)];
    }

    private async Task<(string Said, JsonObject? Receipt)> EraseAsync(
        SubmittedCall call, Consent consent, bool withAudio = true)
    {
        using var target = OpsTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync(call.CallId, withAudio, consent, Stop);
        return (output.ToString(), receipt);
    }
}
