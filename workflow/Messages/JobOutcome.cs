namespace CallRecording.Workflow.Messages;

/// <summary>What a job's status means for its call: the words that JobFinished? and ResumeWhere? compare.</summary>
public static class JobOutcome
{
    public const string Succeeded = "Succeeded";
    public const string Running = "Running";
    public const string Resubmit = "Resubmit";
    public const string Expired = "Expired";
    public const string Failed = "Failed";
}
