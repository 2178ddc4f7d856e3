using Amazon.DynamoDBv2;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Words;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Intake;

/// <summary>Puts calls on record before anything can go wrong with them, and says what a message is to those that are
/// there. An item has one recording: another one of the same call id and second is taken only in the place of one that
/// failed.</summary>
internal sealed class CallReceiver(
    ReceivedCalls calls, ErasedRecordings erased, ClaimedHashes hashes, CallWordIndex words, TimeProvider time)
{
    public static CallReceiver Create(
        IAmazonDynamoDB dynamoDb, string table, string wordsTable, TimeProvider time) => new(
        new ReceivedCalls(dynamoDb, table, time),
        new ErasedRecordings(dynamoDb, table),
        new ClaimedHashes(dynamoDb, table),
        CallWordIndex.Of(dynamoDb, wordsTable),
        time);

    /// <summary>The limit of retries after concurrent writes of the item: one call has few messages and
    /// executions.</summary>
    private const int MaxLooks = 5;

    /// <param name="executionArn">Of the notification's own execution.</param>
    /// <exception cref="NotificationRejectedException">Another call or another recording has its place.</exception>
    public async Task<Receipt> ReceiveAsync(
        CallNotification notification, string executionArn, CancellationToken cancellationToken)
    {
        var published = notification.PublishedAt ?? time.GetUtcNow();
        for (var look = 1; look <= MaxLooks; look++)
        {
            var (receipt, seen) = await LookAsync(notification, executionArn, published, cancellationToken);
            if (await TryWriteAsync(receipt, seen, notification, executionArn, published, cancellationToken))
            {
                return receipt;
            }
        }

        throw new TransientServiceException(
            $"Another writer changed the item of call {notification.CallId} in each of {MaxLooks} attempts.");
    }

    /// <summary>What the message would be if it came now; nothing is written.</summary>
    /// <exception cref="NotificationRejectedException">Another call or another recording has its place.</exception>
    public async Task<Receipt> LookAsync(
        CallNotification notification, string executionArn, CancellationToken cancellationToken) =>
        (await LookAsync(
            notification, executionArn, notification.PublishedAt ?? time.GetUtcNow(), cancellationToken)).Receipt;

    private async Task<(Receipt Receipt, ReceivedCall? Seen)> LookAsync(
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken)
    {
        var hash = CallHash.Of(notification.CallId);
        var callId = await calls.FindCallIdAsync(hash, cancellationToken);
        RefuseOther(notification, callId);
        var key = new CallItemKey(hash, notification.Timestamp.ToUnixTimeSeconds());
        var seen = callId is null ? null : await calls.FindAsync(key, cancellationToken);
        RefuseOther(notification, seen?.CallId);
        return seen is null && await erased.ContainsAsync(notification.ToCall(), cancellationToken)
            ? (Receipt.Erased, null)
            : (ReceiptOf(notification, published, executionArn, seen), seen);
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
            return Receipt.Known;
        }

        var audio = notification.Audio.ToString();
        var isLate = IsLate(seen, published);
        return (seen.Status, seen.Audio == audio) switch
        {
            (_, true) => !isLate && notification.Metadata is not null ? Receipt.MetadataUpdated : Receipt.Outdated,
            (CallStatus.Failed, _) when !isLate => Receipt.New,
            _ when isLate && seen.Earlier.Contains(audio) => Receipt.Outdated,
            _ => throw new NotificationRejectedException(
                $"Another recording of call {notification.CallId} at {CallTimestamp.Format(notification.Timestamp)} is "
                + $"{seen.Status}: publish this one with another timestamp, or with a call id of its own."),
        };
    }

    private static bool IsLate(ReceivedCall seen, DateTimeOffset published) =>
        seen.PublishedAt is { } last && string.CompareOrdinal(ItemTime.Of(published), last) <= 0;

    /// <returns>False when the item is not as it was seen.</returns>
    private Task<bool> TryWriteAsync(
        Receipt receipt,
        ReceivedCall? seen,
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken) => (receipt, seen) switch
        {
            (Receipt.New, null) => TryCreateAsync(notification, executionArn, published, cancellationToken),
            (Receipt.New, _) =>
                calls.TryReplaceAsync(seen, notification, executionArn, published, cancellationToken),
            (Receipt.MetadataUpdated, { } one) =>
                calls.TryUpdateMetadataAsync(one, notification, published, cancellationToken),
            // Said again after others were: they count again. One without metadata says nothing of them.
            (Receipt.Known, { } one) when !IsLate(one, published) && notification.Metadata is not null =>
                calls.TryUpdateMetadataAsync(one, notification, published, cancellationToken),
            _ => Task.FromResult(true),
        };

    /// <summary>Its words first, so that whatever has an item is found by its id.</summary>
    private async Task<bool> TryCreateAsync(
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken)
    {
        if (!await hashes.TryClaimAsync(notification.CallId, cancellationToken))
        {
            throw SameHash(notification);
        }

        await words.AddAsync(
            CallItemKey.Of(notification.ToCall()),
            CallWords.OfCallId(notification.CallId).Words,
            [],
            cancellationToken);
        return await calls.TryCreateAsync(notification, executionArn, published, cancellationToken);
    }

    // There are pairs of texts with one MD5, which the user's key is.
    private static void RefuseOther(CallNotification notification, string? callId)
    {
        if (callId is not null && callId != notification.CallId)
        {
            throw SameHash(notification);
        }
    }

    private static NotificationRejectedException SameHash(CallNotification notification) => new(
        $"The call id {notification.CallId} has the MD5 of another one, by which calls are kept: publish it with "
        + "another call id.");
}
