namespace CallRecording.Workflow.Failures;

/// <summary>A message that can never become a call. Its batch item fails, and it reaches the dead-letter
/// queue.</summary>
public sealed class NotificationRejectedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
