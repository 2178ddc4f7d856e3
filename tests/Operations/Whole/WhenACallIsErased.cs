using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Resources;
using CallRecording.Operations;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Operations.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenACallIsErased(RunningStack stack) : ErasedCalls(stack)
{
    [Fact]
    public async Task Nothing_is_left_of_it_and_a_receipt_says_what_went()
    {
        var (call, kept) = (await Stack.ProcessAsync("erased"), await Stack.ProcessAsync("erased-not"));
        var (words, item) = (await Stack.WordsAsync(call), await Stack.ItemAsync(call));

        var dry = await EraseAsync(call, Confirmations.Dry);
        Assert.Null(dry.Receipt);
        Assert.Equal(item.ToJsonString(), (await Stack.ItemAsync(call)).ToJsonString());
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
        Assert.Empty(await Stack.WordsAsync(call));
        Assert.Empty(await ObjectsAsync(ResourceNames.OutputBucket, "erased/"));
        Assert.Empty(await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));

        Assert.Equal(1, await CountAsync(kept));
        Assert.NotEmpty(await Stack.WordsAsync(kept));
        Assert.NotEmpty(await ObjectsAsync(ResourceNames.OutputBucket, "erased-not/"));
        Assert.Contains(kept.Audio.Key, await ObjectsAsync(kept.Audio.Bucket, kept.Audio.Key));

        var again = await EraseAsync(call, Confirmations.Yes);
        Assert.Null(again.Receipt);
        Assert.Contains(
            ": 0 items with their words, 0 objects of results, 0 objects of audio", again.Said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recording_stays_where_it_is_to_stay()
    {
        var call = await Stack.ProcessAsync("erased-but-audio");

        var (_, receipt) = await EraseAsync(call, Confirmations.Yes, withAudio: false);

        Assert.Empty(receipt!["audio"]!.AsArray());
        Assert.Equal(0, await CountAsync(call));
        Assert.Contains(call.Audio.Key, await ObjectsAsync(call.Audio.Bucket, call.Audio.Key));
    }

    [Fact]
    public async Task It_is_refused_while_its_execution_runs()
    {
        // Its job never ends, and the deadline is far.
        var call = await Stack.SubmitAsync("erased-running", "hang");
        await Eventually.TrueAsync(
            async () => (await CountAsync(call)) == 1, "the call is on record");
        // From that moment on, before its execution is there, too.
        var early = await Assert.ThrowsAsync<CommandException>(() => EraseAsync(call, Confirmations.Yes));
        await Eventually.TrueAsync(
            async () => (await Stack.JobsAsync(call.Audio)).Count == 1, "its job was submitted");

        var refusal = await Assert.ThrowsAsync<CommandException>(() => EraseAsync(call, Confirmations.Yes));

        Assert.Contains(" and would write again: ", early.Message, StringComparison.Ordinal);
        Assert.Equal($"{call.ExecutionArn} runs and would write again: stop it, or wait for its end", refusal.Message);
        Assert.Equal(1, await CountAsync(call));
        await Stack.StopAsync(call.ExecutionArn, "Test", "over");
        Assert.Equal(ExecutionEventKind.Aborted, await Stack.EndOfAsync(call.ExecutionArn));
    }

    [Fact]
    public async Task Neither_a_late_message_nor_its_execution_brings_it_back()
    {
        var call = await Stack.SubmitAsync("erased-failed", "client-error");
        Assert.Equal(ExecutionEventKind.Failed, await Stack.EndOfAsync(call.ExecutionArn));
        await EraseAsync(call, Confirmations.Yes);
        using var target = StackTarget.At(Stack.Addresses);
        await using var said = new StringWriter();

        await Stack.Commands.PublishAsync(call.Message(), Stop);
        await Stack.Commands.PublishAsync(call.Message()[..^1] + ""","metadata":{"v":2}}""", Stop);
        await Stack.QueueIsEmptyAsync();
        await FailuresCommand.RunAsync(
            target, new FailureFilter(null, [call.CallId], null, null), json: false, said, Stop);
        await Stack.RedriveAsync(call.ExecutionArn);
        Assert.Equal(ExecutionEventKind.Failed, await Stack.EndOfAsync(call.ExecutionArn, redrives: 1));

        Assert.StartsWith("0 failed calls", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(call));
    }
}
