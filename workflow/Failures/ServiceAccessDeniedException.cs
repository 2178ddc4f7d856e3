namespace CallRecording.Workflow.Failures;

/// <summary>A service refused our role. Never retried: somebody has to mend the permission, then redrive.</summary>
public sealed class ServiceAccessDeniedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
