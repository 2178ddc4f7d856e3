using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow;

/// <summary>What is being done for a call in progress: the names of the states that people know.</summary>
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
