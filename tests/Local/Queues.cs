using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Emulators.Node;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Local;

/// <summary>The queue and its dead letters, through SQS.</summary>
internal static class Queues
{
    /// <summary>Waits until the queue holds nothing: no message waits, is delayed or is being processed.</summary>
    public static async Task QueueIsEmptyAsync(this RunningStack stack)
    {
        using var sqs = Client(stack);
        await Eventually.TrueAsync(
            async () =>
            {
                var answer = await sqs.GetQueueAttributesAsync(
                    stack.System.Resources.QueueUrl, ["All"], TestContext.Current.CancellationToken);
                return answer.ApproximateNumberOfMessages
                    + answer.ApproximateNumberOfMessagesNotVisible
                    + answer.ApproximateNumberOfMessagesDelayed == 0;
            },
            "the queue is empty");
    }

    /// <summary>Waits for that many dead letters, and takes them.</summary>
    public static async Task<IReadOnlyList<Message>> DeadLettersAsync(this RunningStack stack, int count)
    {
        using var sqs = Client(stack);
        var found = new List<Message>();
        await Eventually.TrueAsync(
            async () =>
            {
                var answer = await sqs.ReceiveMessageAsync(
                    new ReceiveMessageRequest
                    {
                        QueueUrl = stack.System.Resources.DeadLetterQueueUrl,
                        MaxNumberOfMessages = 10,
                        WaitTimeSeconds = 5,
                    },
                    TestContext.Current.CancellationToken);
                found.AddRange(answer.Messages ?? []);
                return found.Count >= count;
            },
            $"{count} dead letters");
        return found;
    }

    private static IAmazonSQS Client(RunningStack stack) =>
        new EmulatorEndpoints(stack.Addresses.Messaging, stack.Addresses.DynamoDb).CreateSqs();
}
