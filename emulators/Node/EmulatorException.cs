namespace CallRecording.Emulators.Node;

/// <summary>The emulators did not start; the message is one line for the person who started them.</summary>
internal sealed class EmulatorException(string message) : Exception(message);
