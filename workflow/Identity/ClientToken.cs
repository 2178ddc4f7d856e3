namespace CallRecording.Workflow.Identity;

/// <summary>What makes submitting a job idempotent: a retry repeats it, a resubmission gets another one.</summary>
public static class ClientToken
{
    /// <param name="enteredTime">When the submitting state was entered, as the context object has it.</param>
    public static string For(string executionName, string enteredTime) =>
        Sha256Hex.Of(executionName + "\n" + enteredTime);
}
