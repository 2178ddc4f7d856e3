namespace CallRecording.Infra.Monitoring;

/// <summary>The project's own metrics.</summary>
internal static class MetricNames
{
    public const string Namespace = "CallRecording";

    /// <summary>Jobs that ended without results, and submissions that were refused; counted from logs.</summary>
    public const string DataAutomationFailures = "DataAutomationFailures";

    /// <summary>Invocations of the failure recorder that put nothing on record; counted from logs.</summary>
    public const string FailuresNotRecorded = "FailuresNotRecorded";

    /// <summary>How long Bedrock Data Automation worked on a job, in seconds; read from logs.</summary>
    public const string JobDuration = "JobDurationInSeconds";

    /// <summary>Calls that were settled because their execution could not; the settlement function says so
    /// itself.</summary>
    public const string CallsSettled = "CallsSettled";

    /// <summary>How long the call that waits longest has been in progress, in seconds; the settlement function says so
    /// itself.</summary>
    public const string OldestInProgress = "OldestInProgressSeconds";
}
