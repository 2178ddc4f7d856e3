namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>Statuses in AWS's words, which are also the ones on disk.</summary>
internal static class ExecutionStatuses
{
    private static readonly Dictionary<ExecutionStatus, string> Words = new()
    {
        [ExecutionStatus.Running] = "RUNNING",
        [ExecutionStatus.Succeeded] = "SUCCEEDED",
        [ExecutionStatus.Failed] = "FAILED",
        [ExecutionStatus.TimedOut] = "TIMED_OUT",
        [ExecutionStatus.Aborted] = "ABORTED",
    };

    public static string Word(this ExecutionStatus status) => Words[status];

    public static ExecutionStatus Parse(string word) => Words.First(entry => entry.Value == word).Key;
}
