namespace CallRecording.Tasks.Calls;

/// <summary>The values of bedrock_status.</summary>
internal static class CallStatus
{
    public const string InProgress = "IN_PROGRESS";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";
}
