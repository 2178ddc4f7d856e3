using System.Text.Json.Nodes;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Uploads;

/// <summary>Under what a call will be found, as both answers say it.</summary>
internal static class UploadedCall
{
    public static JsonObject Of(string message, CallNotification notification) => new()
    {
        ["message"] = message,
        ["call_id"] = notification.CallId,
        ["hash"] = CallHash.Of(notification.CallId),
        ["epchdatetimestamp"] = notification.Timestamp.ToUnixTimeSeconds(),
    };
}
