using Amazon.DynamoDBv2.Model;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Reconciling;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Recordings;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Local;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Operations.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenAnOperatorReconciles(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_difference_is_found_and_what_can_be_settled_is()
    {
        using var target = StackTarget.At(stack.Addresses);
        var lost = await stack.ProcessAsync("reconciled-lost");
        await DeleteItemAsync(target, lost);
        var forgotten = await ForgottenAsync(target, "reconciled-forgotten");
        var silent = await stack.SubmitAsync("reconciled-silent", "hang");
        await Eventually.TrueAsync(
            async () => (await stack.JobsAsync(silent.Audio)).Count == 1, "its job was submitted");
        var recording = new ObjectLocation(ResourceNames.RecordingsBucket, "reconciled/mentioned-nowhere.mp3");
        await stack.Commands.UploadAsync(recording, "audio", Stop);
        var damaged = new ObjectLocation(ResourceNames.OutputBucket, "reconciled-damaged/results.json");
        await stack.Commands.UploadAsync(damaged, "this is not JSON", Stop);

        var now = await FindAsync(target, TimeSpan.Zero);
        var later = await FindAsync(target, TimeSpan.FromHours(13));

        Assert.Contains(new Finding(Difference.ResultsWithoutItem, "reconciled-lost"), later);
        Assert.Contains(later, one => one.Difference is Difference.UnreadableWithoutItem
            && one.What.StartsWith($"{damaged}: ", StringComparison.Ordinal));
        Assert.Contains(later, one => Is(one, Difference.InProgressWithoutExecution, "reconciled-forgotten"));
        Assert.Contains(later, one => Is(one, Difference.Stuck, "reconciled-silent"));
        Assert.Contains(new Finding(Difference.RecordingWithoutItem, recording.ToString()), later);
        Assert.DoesNotContain(now, one => one.Difference is Difference.RecordingWithoutItem or Difference.Stuck);

        var dry = await RunAsync(target, Confirmations.Dry);
        Assert.Equal("IN_PROGRESS", (string?)(await stack.ItemAsync(forgotten))["bedrock_status"]);
        var said = await RunAsync(target, Confirmations.Yes);

        Assert.DoesNotContain("settled 1", dry, StringComparison.Ordinal);
        Assert.Contains("settled 1, started 0, changed meanwhile 0", said, StringComparison.Ordinal);
        Assert.Equal("ExecutionDoesNotExist", (string?)(await stack.ItemAsync(forgotten))["error"]);
        Assert.Contains(
            await FindAsync(target, TimeSpan.Zero),
            one => Is(one, Difference.FailedWithoutExecution, "reconciled-forgotten"));
        Assert.DoesNotContain("settled", await RunAsync(target, Confirmations.Yes), StringComparison.Ordinal);
        await target.S3.DeleteObjectAsync(damaged.Bucket, damaged.Key, Stop);
        await stack.StopAsync(silent.ExecutionArn, "Test", "over");
        Assert.Equal(ExecutionEventKind.Aborted, await stack.EndOfAsync(silent.ExecutionArn));
    }

    private static bool Is(Finding one, Difference difference, string callId) =>
        one.Difference == difference && one.What.StartsWith(callId + " ", StringComparison.Ordinal);

    // An item of an execution that Step Functions does not know.
    private async Task<SubmittedCall> ForgottenAsync(StackTarget target, string callId)
    {
        var call = new Call
        {
            CallId = callId,
            AudioS3Uri = $"s3://{ResourceNames.RecordingsBucket}/{callId}.mp3",
            Timestamp = "2026-01-02T03:04:05Z",
        };
        var execution = new ExecutionReference(
            $"arn:aws:states:us-east-1:000000000000:execution:{ResourceNames.StateMachine}:gone",
            "2026-01-02T03:04:05.000Z");
        await new CallItems(target.DynamoDb, target.Table, TimeProvider.System)
            .BeginAsync(call, execution, new RecordingFacts(1, "etag"), "s3://bucket/key", Stop);
        var message = new SubmittedCall(callId, "", "", CallRecording.Workflow.S3Uri.Parse(call.AudioS3Uri)).Message();
        return SubmittedCall.Of(CallRecording.Workflow.CallNotification.Read(message));
    }

    private async Task DeleteItemAsync(StackTarget target, SubmittedCall call)
    {
        var item = await stack.ItemAsync(call);
        await target.DynamoDb.DeleteItemAsync(
            target.Table,
            new Dictionary<string, AttributeValue>
            {
                ["hash"] = new() { S = call.Hash },
                ["epchdatetimestamp"] = new() { N = item["epchdatetimestamp"]!.ToString() },
            },
            Stop);
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(StackTarget target, TimeSpan ahead)
    {
        var reconciler = new Reconciler(
            target,
            await ResultsReader.FindAsync(target, Stop),
            new ClockAhead(ahead),
            TimeSpan.FromMinutes(15),
            TimeSpan.FromHours(12));
        return await reconciler.CompareAsync(Stop).ToListAsync(Stop);
    }

    private static async Task<string> RunAsync(StackTarget target, Confirmation confirmation)
    {
        await using var output = new StringWriter();
        await new ReconcileRun(target, TimeProvider.System, output).RunAsync(confirmation, Stop);
        return output.ToString();
    }

    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
