namespace CallRecording.Operations;

/// <summary>Something a person can mend; its message is the one line that they see.</summary>
internal sealed class CommandException(string message, Exception? innerException = null)
    : Exception(message, innerException);
