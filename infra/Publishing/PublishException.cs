namespace CallRecording.Infra.Publishing;

/// <summary>A build that must not be deployed; its message is the one line that is displayed.</summary>
/// <param name="exitCode">Tells refusals apart that a script treats differently; 1 is any.</param>
internal sealed class PublishException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
