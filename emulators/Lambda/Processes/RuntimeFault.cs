namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>A runtime asked for something that the Runtime API does not allow now.</summary>
internal sealed class RuntimeFault(int statusCode, string error, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Error { get; } = error;
}
