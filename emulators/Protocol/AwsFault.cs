namespace CallRecording.Emulators.Protocol;

/// <summary>An error in a service's own words, as its clients expect it on the wire.</summary>
/// <param name="code">The error's wire name, for example ExecutionDoesNotExist.</param>
internal sealed class AwsFault(string code, string message, int statusCode = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;
}
