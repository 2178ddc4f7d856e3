namespace CallRecording.Operations;

/// <summary>A problem that the operator can solve; its message is the one line that is displayed.</summary>
internal sealed class CommandException(string message, Exception? innerException = null)
    : Exception(message, innerException);
