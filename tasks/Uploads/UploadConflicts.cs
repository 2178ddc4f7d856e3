using Amazon.DynamoDBv2;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Uploads;

/// <summary>Refuses an upload that would replace the recording of an existing call.</summary>
internal sealed class UploadConflicts(IAmazonDynamoDB dynamoDb, string table)
{
    /// <summary>The same upload may be announced and completed again, also when its call is there by now.</summary>
    /// <exception cref="ApiProblemException">Another recording is where this one's call would be.</exception>
    public async Task RefuseAsync(CallNotification notification, CancellationToken cancellationToken)
    {
        var hash = CallHash.Of(notification.CallId);
        var there = await StoredCall.FindAsync(
            dynamoDb, table, hash, notification.Timestamp.ToUnixTimeSeconds(), cancellationToken);
        if (there is not null && there.CallId == notification.CallId && there.Audio != notification.Audio.ToString())
        {
            throw new ApiProblemException(
                409,
                $"There is a recording of this call_id at {CallTimestamp.Format(notification.Timestamp)} already; "
                + "give another timestamp or call_id.");
        }

        var newest = there ?? await StoredCall.FindAsync(dynamoDb, table, hash, epochSeconds: null, cancellationToken);
        if (newest is not null && newest.CallId != notification.CallId)
        {
            throw new ApiProblemException(
                409, "Another call has a call_id with the same MD5, by which calls are kept; give another call_id.");
        }
    }
}
