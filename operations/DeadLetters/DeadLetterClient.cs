using System.Globalization;
using Amazon.SQS.Model;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Intake;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Operations.DeadLetters;

/// <summary>The dead letters of a stack, and the queue that they came from.</summary>
internal sealed class DeadLetterClient(StackTarget target)
{
    /// <summary>What is held at once; run again for more.</summary>
    public const int MaxLetters = 10_000;

    private const int PerRequest = 10;

    // Long polling asks all of SQS's servers: an empty answer means that nothing is there.
    private const int WaitSeconds = 2;

    // Time to read them and to answer yes. Others find them again after that.
    private const int HeldSeconds = 300;

    // Not 0: fauxqs 2.4.1, where it keeps its data on disk, loses a message whose timeout is set to that.
    private const int ReleasedSeconds = 1;

    private readonly Dictionary<string, string> urls = new(StringComparer.Ordinal);
    private readonly StateMachineExecutions executions = new(target.StepFunctions, target.Names.StateMachineArn);
    private readonly CallReceiver receiver =
        CallReceiver.Create(target.DynamoDb, target.Table, target.Names.Words, TimeProvider.System);

    /// <summary>All of them, hidden from others for five minutes or until they are released.</summary>
    public async Task<IReadOnlyList<DeadLetter>> HoldAsync(CancellationToken cancellationToken)
    {
        var request = new ReceiveMessageRequest
        {
            QueueUrl = await UrlAsync(StackNames.DeadLetterQueue, cancellationToken),
            MaxNumberOfMessages = PerRequest,
            VisibilityTimeout = HeldSeconds,
            WaitTimeSeconds = WaitSeconds,
            MessageSystemAttributeNames = ["All"],
            MessageAttributeNames = ["All"],
        };
        var letters = new Dictionary<string, DeadLetter>(StringComparer.Ordinal);
        while (letters.Count < MaxLetters)
        {
            var answer = await target.RetryPolicy.AskAsync(
                "ReceiveMessage", () => target.Sqs.ReceiveMessageAsync(request, cancellationToken), cancellationToken);
            if (answer.Messages is not { Count: > 0 } messages)
            {
                break;
            }

            messages.ForEach(message => letters[message.MessageId] = DeadLetter.Of(message));
        }

        var judged = new List<DeadLetter>();
        foreach (var letter in letters.Values)
        {
            judged.Add(await JudgeAsync(letter, cancellationToken));
        }

        return judged;
    }

    /// <summary>What the message itself does not say: that a call on record has its place.</summary>
    private async Task<DeadLetter> JudgeAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        if (!letter.CanBecomeACall)
        {
            return letter;
        }

        try
        {
            var notification = CallNotification.Read(letter.Message.Body);
            await target.RetryPolicy.AskAsync(
                $"the item of {notification.CallId}",
                () => receiver.LookAsync(notification, executions.ArnFor(notification), cancellationToken),
                cancellationToken);
            return letter;
        }
        catch (NotificationRejectedException rejection)
        {
            return letter with { CanBecomeACall = false, Reason = rejection.Message };
        }
    }

    /// <summary>First there, then not here any more: stopped in between, the message is in both queues, and its call is
    /// started once all the same.</summary>
    public async Task MoveBackAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var send = new SendMessageRequest
        {
            QueueUrl = await UrlAsync(StackNames.Queue, cancellationToken),
            MessageBody = letter.Message.Body,
            MessageAttributes = letter.Message.MessageAttributes ?? [],
        };
        await target.RetryPolicy.AskAsync(
            "SendMessage", () => target.Sqs.SendMessageAsync(send, cancellationToken), cancellationToken);
        var delete = new DeleteMessageRequest
        {
            QueueUrl = await UrlAsync(StackNames.DeadLetterQueue, cancellationToken),
            ReceiptHandle = letter.Message.ReceiptHandle,
        };
        await target.RetryPolicy.AskAsync(
            "DeleteMessage", () => target.Sqs.DeleteMessageAsync(delete, cancellationToken), cancellationToken);
    }

    /// <summary>Others may see them again in a second. One that cannot be released comes back by itself.</summary>
    public async Task ReleaseAsync(IEnumerable<DeadLetter> letters, CancellationToken cancellationToken)
    {
        foreach (var some in letters.Chunk(PerRequest))
        {
            var request = new ChangeMessageVisibilityBatchRequest
            {
                QueueUrl = await UrlAsync(StackNames.DeadLetterQueue, cancellationToken),
                Entries = [.. some.Select((letter, index) => new ChangeMessageVisibilityBatchRequestEntry
                {
                    Id = index.ToString(CultureInfo.InvariantCulture),
                    ReceiptHandle = letter.Message.ReceiptHandle,
                    VisibilityTimeout = ReleasedSeconds,
                })],
            };
            await target.RetryPolicy.AskAsync(
                "ChangeMessageVisibilityBatch",
                () => target.Sqs.ChangeMessageVisibilityBatchAsync(request, cancellationToken),
                cancellationToken);
        }
    }

    private async Task<string> UrlAsync(string queue, CancellationToken cancellationToken)
    {
        if (urls.TryGetValue(queue, out var known))
        {
            return known;
        }

        try
        {
            var answer = await target.RetryPolicy.AskAsync(
                $"GetQueueUrl {queue}", () => target.Sqs.GetQueueUrlAsync(queue, cancellationToken), cancellationToken);
            return urls[queue] = answer.QueueUrl;
        }
        catch (QueueDoesNotExistException gone)
        {
            throw new CommandException($"there is no queue {queue}", gone);
        }
    }
}
