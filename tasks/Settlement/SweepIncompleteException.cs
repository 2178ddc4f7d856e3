namespace CallRecording.Tasks.Settlement;

/// <summary>Some calls could not be settled: an alarm on the function's errors should say so. The log has each of them,
/// this one the first; all of their stack traces would be more than Lambda takes for an error.</summary>
internal sealed class SweepIncompleteException(string message, Exception innerException)
    : Exception(message, innerException);
