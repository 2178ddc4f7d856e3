namespace CallRecording.Workflow.Failures;

/// <summary>The service refused the request itself. Never retried.</summary>
public sealed class JobRejectedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
