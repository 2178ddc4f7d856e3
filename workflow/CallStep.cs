using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow;

/// <summary>The current step of a call in progress: the names of the states that are displayed.</summary>
public static class CallStep
{
    public const string InvokeDataAutomation = "InvokeDataAutomation";
    public const string WaitForJob = "WaitForJob";
    public const string PersistResults = "PersistResults";

    /// <summary>Where the state ResumeWhere? sends a call that was redriven.</summary>
    public static string AfterRedrive(Job? job) => job?.Outcome switch
    {
        JobOutcome.Succeeded => PersistResults,
        JobOutcome.Running => WaitForJob,
        _ => InvokeDataAutomation,
    };
}
