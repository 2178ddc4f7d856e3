namespace CallRecording.Infra.Functions;

/// <summary>The published functions cannot be deployed; the message says what to run.</summary>
internal sealed class ArtifactException(string message, Exception? inner = null) : Exception(message, inner);
