using System.Text.Json.Nodes;
using CallRecording.Local.Resources;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Local.Commands;

/// <summary>The ids with which a user follows a published call.</summary>
internal sealed record SubmittedCall(string CallId, string Hash, string ExecutionArn, S3Uri Audio)
{
    public static SubmittedCall Of(CallNotification notification) => new(
        notification.CallId,
        CallHash.Of(notification.CallId),
        $"arn:aws:states:{ResourceNames.Region}:{ResourceNames.Account}:execution:{ResourceNames.StateMachine}:"
        + ExecutionName.For(notification),
        notification.Audio);

    public string ToLine() => $"call {CallId}  hash {Hash}  execution {ExecutionArn}";

    public string ToJson() => new JsonObject
    {
        ["callId"] = CallId,
        ["hash"] = Hash,
        ["executionArn"] = ExecutionArn,
        ["audioS3Uri"] = Audio.ToString(),
    }.ToJsonString();
}
