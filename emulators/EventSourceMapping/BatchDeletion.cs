using Amazon.SQS;
using Amazon.SQS.Model;

namespace CallRecording.Emulators.EventSourceMapping;

/// <summary>Takes messages that are done out of the queue.</summary>
internal static class BatchDeletion
{
    private const int MaxAttempts = 3;

    /// <returns>How many could not be deleted; they are delivered again.</returns>
    public static async Task<int> DeleteAsync(
        IAmazonSQS sqs, string queueUrl, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var left = messages
            .Select((message, index) => new DeleteMessageBatchRequestEntry($"m{index}", message.ReceiptHandle))
            .ToList();
        for (var attempt = 0; attempt < MaxAttempts && left.Count > 0; attempt++)
        {
            var answer = await sqs.DeleteMessageBatchAsync(queueUrl, left, cancellationToken);
            var failed = (answer.Failed ?? []).Select(entry => entry.Id).ToHashSet();
            left.RemoveAll(entry => !failed.Contains(entry.Id));
        }

        return left.Count;
    }
}
