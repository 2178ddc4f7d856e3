namespace CallRecording.Workflow.Failures;

/// <summary>A service asked to slow down. Retried with growing, jittered delays.</summary>
public sealed class ServiceThrottledException(string message, Exception? innerException = null)
    : Exception(message, innerException);
