namespace CallRecording.Workflow.Failures;

/// <summary>No room for another job in the account. Retried slowly, for hours.</summary>
public sealed class JobQuotaExceededException(string message, Exception? innerException = null)
    : Exception(message, innerException);
