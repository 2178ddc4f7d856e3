using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Operations.DeadLetters;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Operations.Whole;

[Collection(WaitingStackCollection.Name)]
public sealed class WhenDeadLettersAreMovedBack(RunningStack stack)
{
    private const string Bad = """{"callId":"requeue-bad","audioS3Uri":"ftp://somewhere"}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_that_can_become_calls_do_and_the_others_stay_with_their_reason()
    {
        var call = await stack.ProcessAsync("requeued");
        var other = CallOf(call, "requeued-again");
        using var target = StackTarget.At(stack.Addresses);
        await SendAsync(target, other.Message());
        await SendAsync(target, Bad);
        await SendAsync(target, SecondLeg(call));

        var listed = await WriteAsync(
            output => DeadLettersCommand.RunAsync(target, DeadLetterFormat.Line, output, Stop));
        var dry = await WriteAsync(output => RequeueCommand.RunAsync(target, Confirmations.Dry, output, Stop));
        var moved = await WriteAsync(output => RequeueCommand.RunAsync(target, Confirmations.Yes, output, Stop));

        Assert.Contains(
            "requeued-again: could not be started: the log of dmg-inbound-callrecording-starter says why", listed,
            StringComparison.Ordinal);
        Assert.Contains(
            "requeue-bad: audioS3Uri is unusable: A text of 15 characters does not begin with s3://", listed,
            StringComparison.Ordinal);
        Assert.Contains(
            "requeued: Another recording of call requeued at 2026-01-02T03:04:05Z is SUCCESS: ", listed,
            StringComparison.Ordinal);
        Assert.Contains(" dead letters of the system at ", listed, StringComparison.Ordinal);
        Assert.StartsWith("1 of ", dry.TrimEnd().Split(Environment.NewLine)[^1], StringComparison.Ordinal);
        Assert.Contains("moved 1, left ", moved, StringComparison.Ordinal);
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(other.ExecutionArn));

        var again = await WriteAsync(output => RequeueCommand.RunAsync(target, Confirmations.Yes, output, Stop));
        Assert.StartsWith("0 of ", again.TrimEnd().Split(Environment.NewLine)[^1], StringComparison.Ordinal);
        Assert.Contains(
            "requeue-bad: audioS3Uri is unusable: A text of 15 characters", again, StringComparison.Ordinal);
        await DeleteAsync(target, Bad, SecondLeg(call));
    }

    // Another recording of the same call id and second.
    private static string SecondLeg(SubmittedCall call) =>
        call.Message().Replace(".mp3", "-second-leg.mp3", StringComparison.Ordinal);

    // The queue is other tests', too.
    private static async Task DeleteAsync(StackTarget target, params string[] bodies)
    {
        var url = (await target.Sqs.GetQueueUrlAsync(ResourceNames.DeadLetterQueue, Stop)).QueueUrl;
        var letters = await new DeadLetterClient(target).HoldAsync(Stop);
        foreach (var letter in letters.Where(letter => bodies.Contains(letter.Message.Body)))
        {
            await target.Sqs.DeleteMessageAsync(url, letter.Message.ReceiptHandle, Stop);
        }
    }

    // The same recording, said to be another call.
    private static SubmittedCall CallOf(SubmittedCall call, string callId) =>
        SubmittedCall.Of(CallRecording.Workflow.CallNotification.Read((call with { CallId = callId }).Message()));

    private static async Task SendAsync(StackTarget target, string body)
    {
        var url = (await target.Sqs.GetQueueUrlAsync(ResourceNames.DeadLetterQueue, Stop)).QueueUrl;
        await target.Sqs.SendMessageAsync(url, body, Stop);
    }

    private static async Task<string> WriteAsync(Func<TextWriter, Task> run)
    {
        await using var output = new StringWriter();
        await run(output);
        return output.ToString();
    }
}
