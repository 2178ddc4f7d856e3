namespace CallRecording.Workflow.Polling;

/// <summary>Error names of jobs that ended without results.</summary>
public static class JobError
{
    /// <summary>The service failed, not the recording.</summary>
    public const string Service = "JobServiceError";

    /// <summary>The recording or the blueprint was refused.</summary>
    public const string Client = "JobClientError";

    public const string DeadlineExceeded = "JobDeadlineExceeded";

    /// <summary>The job succeeded, and does not say where its results are.</summary>
    public const string ResultsMissing = "JobResultsMissing";
}
