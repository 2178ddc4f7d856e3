using CallRecording.Tasks.DynamoDb;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Calls;

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
        .Remove(CallAttributes.InProgress, CallAttributes.Step, CallAttributes.ExecutionInput);

    /// <summary>What is known of the recording, and which execution owns its item from now on. Its metadata are apart:
    /// those of an item may be newer than those that its execution was started with.</summary>
    public static ItemUpdate SetOwner(
        this ItemUpdate update, Call call, string executionArn, DateTimeOffset now) => update
        .Set(CallAttributes.CallId, call.CallId)
        .Set(CallAttributes.InputUri, call.AudioS3Uri)
        .Add(CallAttributes.InputUris, call.AudioS3Uri)
        .Set(CallAttributes.ExecutionArn, executionArn)
        .Set(CallAttributes.Listing, CallAttributes.ListingOfCalls)
        .SetOnce(CallAttributes.CreatedAt, ItemTime.Of(now));

    /// <summary>The same of an execution that has started.</summary>
    public static ItemUpdate SetOwner(
        this ItemUpdate update, Call call, ExecutionReference execution, DateTimeOffset now) => update
        .SetOwner(call, execution.Arn, now)
        .Set(CallAttributes.ExecutionStartedAt, ItemTime.Of(execution));

    /// <summary>Those of the call, and no others.</summary>
    public static ItemUpdate SetMetadata(this ItemUpdate update, Call call) => call.Metadata is null
        ? update.Remove(CallAttributes.Metadata)
        : update.Set(CallAttributes.Metadata, AttributeJson.ToAttribute(call.Metadata));

    /// <summary>Only the item of that very call: two call ids can have one MD5.</summary>
    public static ItemUpdate WhenOf(this ItemUpdate update, Call call) => update.When(
        update.IsAbsent(CallAttributes.CallId), update.Is(CallAttributes.CallId, call.CallId));
}
