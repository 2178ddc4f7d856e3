using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Operations;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Erasing;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Local;
using CallRecording.Workflow;

namespace CallRecording.Tests.Operations.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenACallIsErased(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_left_of_it_and_a_receipt_says_what_went()
    {
        var (call, kept) = (await stack.ProcessAsync("erased"), await stack.ProcessAsync("erased-not"));
        var (words, item) = (await stack.WordsAsync(call), await stack.ItemAsync(call));

        var dry = await EraseAsync(call, Confirmations.Dry);
        Assert.Null(dry.Receipt);
        Assert.Equal(item.ToJsonString(), (await stack.ItemAsync(call)).ToJsonString());
        Assert.NotEmpty(await ObjectsAsync(ResourceNames.OutputBucket, "erased/"));
        var (said, receipt) = await EraseAsync(call, Confirmations.Yes);

        Assert.StartsWith("call erased of the system at ", said, StringComparison.Ordinal);
        Assert.Equal("erased", (string?)receipt!["callId"]);
        Assert.Equal(words.Count, (int?)receipt["words"]);
        Assert.Equal(
            [$"{call.Audio}", $"{call.Audio}.bda/custom_output.json", $"{call.Audio}.bda/standard_output.json"],
            Addresses(receipt["audio"]));
        Assert.Contains($"s3://{ResourceNames.OutputBucket}/erased/results.json", Addresses(receipt["results"]));
        Assert.Empty(receipt["kept"]!.AsArray());
        Assert.All(
            Addresses(receipt["audio"]).Concat(Addresses(receipt["results"])),
            address => Assert.Contains($"  {address}{Environment.NewLine}", dry.Said, StringComparison.Ordinal));
        Assert.NotEmpty(receipt["left"]!.AsArray());
        Assert.Equal(0, await CountAsync(call));
        Assert.Empty(await stack.WordsAsync(call));
        Assert.Empty(await ObjectsAsync(ResourceNames.OutputBucket, "erased/"));
        Assert.Empty(await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));

        Assert.Equal(1, await CountAsync(kept));
        Assert.NotEmpty(await stack.WordsAsync(kept));
        Assert.NotEmpty(await ObjectsAsync(ResourceNames.OutputBucket, "erased-not/"));
        Assert.Contains(kept.Audio.Key, await ObjectsAsync(kept.Audio.Bucket, kept.Audio.Key));

        var again = await EraseAsync(call, Confirmations.Yes);
        Assert.Null(again.Receipt);
        Assert.Contains(
            ": 0 items with their words, 0 objects of results, 0 objects of audio", again.Said,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_do_recordings_that_others_took_the_place_of(bool isItemLost)
    {
        var name = $"erased-superseded-{isItemLost}";
        var first = await stack.SubmitAsync(name, "client-error");
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(first.ExecutionArn));
        var second = new S3Uri(first.Audio.Bucket, $"{name}-second.mp3");
        await stack.Commands.UploadAsync(new(second.Bucket, second.Key), Calls.Sample("audio.mp3"), Stop);
        var message = JsonNode.Parse(first.Message())!.AsObject();
        message["audioS3Uri"] = second.ToString();
        await stack.Commands.PublishAsync(message.ToJsonString(), Stop);
        var call = SubmittedCall.Of(CallNotification.Read(message.ToJsonString()));
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        if (isItemLost)
        {
            using var target = StackTarget.At(stack.Addresses);
            await target.DynamoDb.DeleteItemAsync(
                target.Table, CallItemKey.Of(await stack.ItemAsync(call)).ToAttributes(), Stop);
        }

        var (_, receipt) = await EraseAsync(call, Confirmations.Yes);

        Assert.Contains(first.Audio.ToString(), Addresses(receipt!["audio"]));
        Assert.Contains(second.ToString(), Addresses(receipt["audio"]));
        Assert.Empty(await ObjectsAsync(first.Audio.Bucket, first.Audio.Key));
        Assert.Empty(await ObjectsAsync(second.Bucket, second.Key));
    }

    [Fact]
    public async Task Another_calls_recording_and_results_stay_even_when_a_message_names_them()
    {
        var victim = await stack.ProcessAsync("erased-victim");
        foreach (var (callId, address) in ((string, string)[])
            [
                ("erased-evil-1", victim.Audio.ToString()),
                ("erased-evil-2", $"s3://{ResourceNames.OutputBucket}/erased-victim/results.json"),
            ])
        {
            var message = JsonNode.Parse(victim.Message())!.AsObject();
            (message["callId"], message["audioS3Uri"]) = (callId, address);
            await stack.Commands.PublishAsync(message.ToJsonString(), Stop);
            var evil = SubmittedCall.Of(CallNotification.Read(message.ToJsonString()));
            await stack.EndOfAsync(evil.ExecutionArn);

            var (said, receipt) = await EraseAsync(evil, Confirmations.Yes);

            Assert.Contains($"  kept {address}: ", said, StringComparison.Ordinal);
            Assert.Equal([address], Addresses(receipt!["kept"]));
            Assert.Empty(receipt["audio"]!.AsArray());
        }

        Assert.Contains(victim.Audio.Key, await ObjectsAsync(victim.Audio.Bucket, victim.Audio.Key));
        Assert.Contains(
            "erased-victim/results.json", await ObjectsAsync(ResourceNames.OutputBucket, "erased-victim/"));
    }

    [Fact]
    public async Task The_recording_stays_where_it_is_to_stay()
    {
        var call = await stack.ProcessAsync("erased-but-audio");

        var (_, receipt) = await EraseAsync(call, Confirmations.Yes, withAudio: false);

        Assert.Empty(receipt!["audio"]!.AsArray());
        Assert.Equal(0, await CountAsync(call));
        Assert.Contains(call.Audio.Key, await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));
    }

    [Fact]
    public async Task It_is_refused_while_its_execution_runs()
    {
        // Its job never ends, and the deadline is far.
        var call = await stack.SubmitAsync("erased-running", "hang");
        await Eventually.TrueAsync(
            async () => (await CountAsync(call)) == 1, "the call is on record");
        // From that moment on, before its execution is there, too.
        var early = await Assert.ThrowsAsync<CommandException>(() => EraseAsync(call, Confirmations.Yes));
        await Eventually.TrueAsync(
            async () => (await stack.JobsAsync(call.Audio)).Count == 1, "its job was submitted");

        var refusal = await Assert.ThrowsAsync<CommandException>(() => EraseAsync(call, Confirmations.Yes));

        Assert.Contains(" and would write again: ", early.Message, StringComparison.Ordinal);
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
        await EraseAsync(call, Confirmations.Yes);
        using var target = StackTarget.At(stack.Addresses);
        await using var said = new StringWriter();

        await stack.Commands.PublishAsync(call.Message(), Stop);
        await stack.Commands.PublishAsync(call.Message()[..^1] + ""","metadata":{"v":2}}""", Stop);
        await stack.QueueIsEmptyAsync();
        await FailuresCommand.RunAsync(
            target, new FailureFilter(null, [call.CallId], null, null), json: false, said, Stop);
        await stack.RedriveAsync(call.ExecutionArn);
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));

        Assert.StartsWith("0 failed calls", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(call));
    }

    private static IEnumerable<string> Addresses(JsonNode? objects) =>
        objects!.AsArray().Select(one => (string)one!["s3Uri"]!);

    private async Task<int> CountAsync(SubmittedCall call)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(stack.Addresses.Web, $"/analytics?callId={call.CallId}"), Stop);
        return (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["count"] ?? 0;
    }

    private async Task<IReadOnlyList<string>> ObjectsAsync(string bucket, string prefix)
    {
        using var target = StackTarget.At(stack.Addresses);
        var answer = await target.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }, Stop);
        return [.. (answer.S3Objects ?? []).Select(one => one.Key)];
    }

    private async Task<(string Said, JsonObject? Receipt)> EraseAsync(
        SubmittedCall call, Confirmation confirmation, bool withAudio = true)
    {
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync(call.CallId, withAudio, confirmation, Stop);
        return (output.ToString(), receipt);
    }
}
