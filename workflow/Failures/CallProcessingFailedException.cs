namespace CallRecording.Workflow.Failures;

/// <summary>What RecordFailure throws once a failure is on record: the error that an execution ends with.</summary>
public sealed class CallProcessingFailedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
