using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Failures;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Intake;

/// <summary>The items of calls, as the starter writes them before an execution starts.</summary>
internal sealed class ReceivedCalls(IAmazonDynamoDB dynamoDb, string table, TimeProvider time)
{
    /// <summary>What an item has of a recording, and another recording of the same moment must not keep.</summary>
    private static readonly IReadOnlyList<string> OfARecording =
    [
        .. FailureAttributes.All, .. AttemptAttributes.All, .. ResultAttributes.All,
        CallAttributes.OutputUri, CallAttributes.ResultsUri, CallAttributes.AudioSizeBytes, CallAttributes.AudioETag,
        CallAttributes.FailureId, CallAttributes.FailureRecordedBy, CallAttributes.ExecutionEndedAt,
    ];

    /// <returns>Null where there is no such item.</returns>
    public async Task<ReceivedCall?> FindAsync(CallItemKey key, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        var request = new GetItemRequest
        {
            TableName = table,
            Key = key.ToAttributes(),
            ConsistentRead = true,
            ProjectionExpression = ReceivedCall.AddNames(names),
            ExpressionAttributeNames = names,
        };
        var answer = await ServiceErrors.TranslateAsync(
            $"GetItem {key}", () => dynamoDb.GetItemAsync(request, cancellationToken));
        return answer.Item is { Count: > 0 } item ? ReceivedCall.Of(item) : null;
    }

    /// <returns>The call id of the items with that hash; null while there are none.</returns>
    public async Task<string?> FindCallIdAsync(string hash, CancellationToken cancellationToken) =>
        (await StoredCall.FindAsync(dynamoDb, table, hash, epochSeconds: null, cancellationToken))?.CallId;

    /// <summary>Puts a call on record.</summary>
    /// <returns>False when there is an item: nothing was written.</returns>
    public Task<bool> TryCreateAsync(
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken)
    {
        var update = Received(notification, executionArn, published);
        return TryWriteAsync(update.When(update.IsAbsent(CallAttributes.Hash)), notification, cancellationToken);
    }

    /// <summary>Puts a call on record in the place of one that failed. What is known of that goes, but when its
    /// execution started: a redrive of it finds that the item is another's.</summary>
    /// <returns>False when the item is not as it was seen: nothing was written.</returns>
    public Task<bool> TryReplaceAsync(
        ReceivedCall seen,
        CallNotification notification,
        string executionArn,
        DateTimeOffset published,
        CancellationToken cancellationToken)
    {
        var update = AsSeen(Received(notification, executionArn, published).Remove(OfARecording), seen);
        return TryWriteAsync(update, notification, cancellationToken);
    }

    /// <summary>The publisher says more of a recording that is, or was, processed.</summary>
    /// <returns>False when the item is not as it was seen: nothing was written.</returns>
    /// <exception cref="NotificationRejectedException">The item has no room for it.</exception>
    public async Task<bool> TryUpdateMetadataAsync(
        ReceivedCall seen, CallNotification notification, DateTimeOffset published, CancellationToken cancellationToken)
    {
        var call = notification.ToCall();
        var update = new ItemUpdate(table, CallItemKey.Of(call))
            .SetMetadata(call)
            .Set(CallAttributes.PublishedAt, ItemTime.Of(published));
        try
        {
            return await TryWriteAsync(AsSeen(update, seen), notification, cancellationToken);
        }
        catch (AmazonDynamoDBException refusal) when (refusal.ErrorCode == "ValidationException")
        {
            throw new NotificationRejectedException(
                $"The metadata of call {call.CallId} do not fit beside its results: {refusal.Message}", refusal);
        }
    }

    private ItemUpdate Received(CallNotification notification, string executionArn, DateTimeOffset published)
    {
        var (call, now) = (notification.ToCall(), time.GetUtcNow());
        return new ItemUpdate(table, CallItemKey.Of(call))
            .SetOwner(call, executionArn, now)
            .SetMetadata(call)
            .SetProgress(CallStep.InvokeDataAutomation, now)
            .Set(CallAttributes.ReceivedAt, ItemTime.Of(now))
            .Set(CallAttributes.PublishedAt, ItemTime.Of(published))
            .Set(CallAttributes.ExecutionInput, notification.CanonicalJson());
    }

    private static ItemUpdate AsSeen(ItemUpdate update, ReceivedCall seen)
    {
        update.When(update.Is(CallAttributes.CallId, seen.CallId)).When(update.Is(CallAttributes.Status, seen.Status));
        update.When(Unchanged(update, CallAttributes.ExecutionArn, seen.ExecutionArn));
        return update.When(Unchanged(update, CallAttributes.PublishedAt, seen.PublishedAt));
    }

    private static string Unchanged(ItemUpdate update, string attribute, string? value) =>
        value is null ? update.IsAbsent(attribute) : update.Is(attribute, value);

    private Task<bool> TryWriteAsync(
        ItemUpdate update, CallNotification notification, CancellationToken cancellationToken) =>
        update.TryWriteAsync(dynamoDb, $"UpdateItem of call {notification.CallId}", cancellationToken);
}
