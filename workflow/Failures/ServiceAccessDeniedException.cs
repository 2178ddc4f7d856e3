namespace CallRecording.Workflow.Failures;

/// <summary>A service refused the function's role. Not retried: the operator grants the permission, then
/// redrives.</summary>
public sealed class ServiceAccessDeniedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
