using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace CallRecording.Emulators.EventSourceMapping;

/// <summary>Keeps messages hidden for as long as the function has them.</summary>
/// <remarks>In AWS the visibility timeout is six times the function's timeout. Here the queue's is divided by the
/// speed, and a busy machine may take longer: without this the messages would come again, and again, to the dead
/// letters.
/// </remarks>
internal static class BatchVisibility
{
    private const int TimesInATimeout = 3;

    /// <returns>What the work returned.</returns>
    public static async Task<T> KeepAsync<T>(
        IAmazonSQS sqs, EventSourceOptions source, IReadOnlyList<Message> messages, Task<T> work, TimeProvider time)
    {
        using var pauses = new PeriodicTimer(source.VisibilityTimeout / TimesInATimeout, time);
        while (await Task.WhenAny(work, pauses.WaitForNextTickAsync(CancellationToken.None).AsTask()) != work)
        {
            await ExtendAsync(sqs, source, messages);
        }

        return await work;
    }

    private static async Task ExtendAsync(IAmazonSQS sqs, EventSourceOptions source, IReadOnlyList<Message> messages)
    {
        var seconds = (int)Math.Ceiling(source.VisibilityTimeout.TotalSeconds);
        var entries = messages.Select((message, index) =>
            new ChangeMessageVisibilityBatchRequestEntry($"m{index}", message.ReceiptHandle)
            {
                VisibilityTimeout = seconds,
            });
        try
        {
            await sqs.ChangeMessageVisibilityBatchAsync(source.QueueUrl, [.. entries], CancellationToken.None);
        }
        catch (Exception away) when (
            away is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
                or OperationCanceledException)
        {
            // The next time it works, or the messages come again: the function is made for that.
        }
    }
}
