namespace CallRecording.Workflow.Failures;

/// <summary>A service failed for the moment: 5xx, a broken connection. Retried with growing, jittered delays.</summary>
public sealed class TransientServiceException(string message, Exception? innerException = null)
    : Exception(message, innerException);
