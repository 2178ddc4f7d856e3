using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Aws;

/// <summary>What updates of calls have in common.</summary>
internal static class CallUpdates
{
    /// <summary>The call is in progress: the item joins those that are.</summary>
    public static ItemUpdate SetProgress(this ItemUpdate update, string step, DateTimeOffset now) => update
        .Set(CallAttributes.Status, CallStatus.InProgress)
        .Set(CallAttributes.UpdatedAt, ItemTime.Of(now))
        .Set(CallAttributes.InProgress, CallAttributes.InProgressCalls)
        .Set(CallAttributes.Step, step);

    /// <summary>The call has ended: the item leaves those in progress.</summary>
    public static ItemUpdate SetEnd(this ItemUpdate update, string status, DateTimeOffset now) => update
        .Set(CallAttributes.Status, status)
        .Set(CallAttributes.UpdatedAt, ItemTime.Of(now))
        .Remove(CallAttributes.InProgress, CallAttributes.Step);

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
