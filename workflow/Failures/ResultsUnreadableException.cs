namespace CallRecording.Workflow.Failures;

/// <summary>What the job wrote is missing or is not what the service documents. Never retried: mend the files, then
/// redrive.</summary>
public sealed class ResultsUnreadableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
