using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Aws;

/// <summary>What updates of calls have in common.</summary>
internal static class CallUpdates
{
    /// <summary>The status, and with it whether the item is among the calls in progress.</summary>
    public static ItemUpdate SetStatus(this ItemUpdate update, string status, DateTimeOffset now)
    {
        update.Set(CallAttributes.Status, status).Set(CallAttributes.UpdatedAt, ItemTime.Of(now));
        return status == CallStatus.InProgress
            ? update.Set(CallAttributes.InProgress, CallAttributes.InProgressCalls)
            : update.Remove(CallAttributes.InProgress);
    }

    /// <summary>What is known of the call itself, and which execution owns it from now on.</summary>
    public static ItemUpdate SetCall(this ItemUpdate update, Call call, Execution execution, DateTimeOffset now)
    {
        update.Set(CallAttributes.CallId, call.CallId)
            .Set(CallAttributes.InputUri, call.AudioS3Uri)
            .Set(CallAttributes.ExecutionArn, execution.Arn)
            .Set(CallAttributes.ExecutionStartedAt, ItemTime.Of(execution))
            .Set(CallAttributes.Listing, CallAttributes.ListingOfCalls)
            .SetOnce(CallAttributes.CreatedAt, ItemTime.Of(now));
        return call.Metadata is null
            ? update
            : update.Set(CallAttributes.Metadata, AttributeJson.ToAttribute(call.Metadata));
    }
}
