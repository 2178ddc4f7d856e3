using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Local;
using CallRecording.Workflow;

namespace CallRecording.Tests.Operations.Whole;

/// <summary>A call had an earlier recording, or names what belongs to another call.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenAnErasedRecordingIsNotAlone(RunningStack stack) : ErasedCalls(stack)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recordings_that_it_replaced_go_with_it(bool isItemLost)
    {
        var name = $"erased-superseded-{isItemLost}";
        var first = await Stack.SubmitAsync(name, "client-error");
        Assert.Equal(ExecutionEventKind.Failed, await Stack.EndOfAsync(first.ExecutionArn));
        var second = new S3Uri(first.Audio.Bucket, $"{name}-second.mp3");
        await Stack.Commands.UploadAsync(new(second.Bucket, second.Key), Calls.Sample("audio.mp3"), Stop);
        var message = JsonNode.Parse(first.Message())!.AsObject();
        message["audioS3Uri"] = second.ToString();
        await Stack.Commands.PublishAsync(message.ToJsonString(), Stop);
        var call = SubmittedCall.Of(CallNotification.Read(message.ToJsonString()));
        Assert.Equal(ExecutionEventKind.Succeeded, await Stack.EndOfAsync(call.ExecutionArn));
        if (isItemLost)
        {
            await Stack.EventsAreDeliveredAsync();
            using var target = StackTarget.At(Stack.Addresses);
            await target.DynamoDb.DeleteItemAsync(
                target.Table, CallItemKey.Of(await Stack.ItemAsync(call)).ToAttributes(), Stop);
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
        var victim = await Stack.ProcessAsync("erased-victim");
        foreach (var (callId, address) in ((string, string)[])
            [
                ("erased-evil-1", victim.Audio.ToString()),
                ("erased-evil-2", $"s3://{ResourceNames.OutputBucket}/erased-victim/results.json"),
            ])
        {
            var message = JsonNode.Parse(victim.Message())!.AsObject();
            (message["callId"], message["audioS3Uri"]) = (callId, address);
            await Stack.Commands.PublishAsync(message.ToJsonString(), Stop);
            var evil = SubmittedCall.Of(CallNotification.Read(message.ToJsonString()));
            await Stack.EndOfAsync(evil.ExecutionArn);

            var (said, receipt) = await EraseAsync(evil, Confirmations.Yes);

            Assert.Contains($"  kept {address}: ", said, StringComparison.Ordinal);
            Assert.Equal([address], Addresses(receipt!["kept"]));
            Assert.Empty(receipt["audio"]!.AsArray());
        }

        Assert.Contains(victim.Audio.Key, await ObjectsAsync(victim.Audio.Bucket, victim.Audio.Key));
        Assert.Contains(
            "erased-victim/results.json", await ObjectsAsync(ResourceNames.OutputBucket, "erased-victim/"));
    }
}
