namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>The service's own words for how a job is doing.</summary>
internal static class BdaStatus
{
    public const string Created = "Created";
    public const string InProgress = "InProgress";
    public const string Success = "Success";
    public const string ServiceError = "ServiceError";
    public const string ClientError = "ClientError";
}
