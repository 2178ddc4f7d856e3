namespace CallRecording.Workflow.Polling;

/// <summary>Bedrock Data Automation's words for how a job is doing.</summary>
public static class JobStatus
{
    public const string Created = "Created";
    public const string InProgress = "InProgress";
    public const string Success = "Success";
    public const string ServiceError = "ServiceError";
    public const string ClientError = "ClientError";
}
