namespace CallRecording.Workflow.Failures;

/// <summary>The audio is missing, too large or of a format that cannot be processed. Never retried.</summary>
public sealed class AudioRejectedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
