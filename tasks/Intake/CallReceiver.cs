using CallRecording.Tasks.Aws;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Intake;

/// <summary>Puts calls on record before anything can go wrong with them, and says what a message is to those that are
/// there. An item has one recording: another one of the same call id and second is taken only in the place of one that
/// failed.</summary>
internal sealed class CallReceiver(ReceivedCalls calls, ErasedExecutions erased, TimeProvider time)
{
    /// <summary>Each time somebody wrote the item in between: messages and executions of one call are few.</summary>
    private const int MaxLooks = 5;

    /// <param name="executionArn">Of the notification's own execution.</param>
    /// <exception cref="NotificationRejectedException">Another call or another recording has its place.</exception>
    public async Task<Receipt> ReceiveAsync(
        CallNotification notification, string executionArn, CancellationToken cancellationToken)
    {
        var hash = CallHash.Of(notification.CallId);
        var callId = await calls.FindCallIdAsync(hash, cancellationToken);
        RefuseOther(notification, callId);
        var key = new CallItemKey(hash, notification.Timestamp.ToUnixTimeSeconds());
        var published = notification.PublishedAt ?? time.GetUtcNow();
        for (var look = 1; look <= MaxLooks; look++)
        {
            var seen = callId is null && look == 1 ? null : await calls.FindAsync(key, cancellationToken);
            RefuseOther(notification, seen?.CallId);
            var receipt = seen is null && await erased.ContainsAsync(executionArn, cancellationToken)
                ? Receipt.Erased
                : ReceiptOf(notification, published, executionArn, seen);
            if (await TryWriteAsync(receipt, seen, notification, executionArn, published, cancellationToken))
            {
                return receipt;
            }
        }

        throw new TransientServiceException(
            $"Somebody else wrote the item of call {notification.CallId} each time, {MaxLooks} times.");
    }

    private static Receipt ReceiptOf(
        CallNotification notification, DateTimeOffset published, string executionArn, ReceivedCall? seen)
    {
        if (seen is null)
        {
            return Receipt.New;
        }

        if (seen.ExecutionArn == executionArn)
        {
            return seen.HasBegun ? Receipt.Known : Receipt.Waiting;
        }

        var audio = notification.Audio.ToString();
        var isLate = seen.PublishedAt is { } last && string.CompareOrdinal(ItemTime.Of(published), last) <= 0;
        return (seen.Status, seen.Audio == audio) switch
        {
            (CallStatus.Failed, _) when !isLate => Receipt.New,
            // One without metadata says nothing of them.
            (not CallStatus.Failed, true) when !isLate && notification.Metadata is not null => Receipt.MetadataUpdated,
            (not CallStatus.Failed, true) => Receipt.Outdated,
            _ when isLate && (seen.Audio == audio || seen.Earlier.Contains(audio)) => Receipt.Outdated,
            _ => throw new NotificationRejectedException(
                $"The recording {audio} has the call id and the second of another one, {seen.Audio}, which is "
                + $"{seen.Status}: publish it with another timestamp, or with a call id of its own."),
        };
    }

    /// <returns>False when the item is not as it was seen.</returns>
    private Task<bool> TryWriteAsync(
        Receipt receipt,
        ReceivedCall? seen,
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken) => (receipt, seen) switch
        {
            (Receipt.New, null) => calls.TryCreateAsync(notification, executionArn, published, cancellationToken),
            (Receipt.New, _) =>
                calls.TryReplaceAsync(seen, notification, executionArn, published, cancellationToken),
            (Receipt.MetadataUpdated, { } one) =>
                calls.TryUpdateMetadataAsync(one, notification, published, cancellationToken),
            _ => Task.FromResult(true),
        };

    // There are pairs of texts with one MD5, which the user's key is.
    private static void RefuseOther(CallNotification notification, string? callId)
    {
        if (callId is not null && callId != notification.CallId)
        {
            throw new NotificationRejectedException(
                $"The call id {notification.CallId} has the MD5 of another one, {callId}, which has its items: "
                + "publish it with another call id.");
        }
    }
}
