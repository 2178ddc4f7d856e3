namespace CallRecording.Workflow.Failures;

/// <summary>A later execution of the same call owns its item. Never retried.</summary>
public sealed class CallSupersededException(string message, Exception? innerException = null)
    : Exception(message, innerException);
