namespace CallRecording.Emulators.Lambda;

/// <summary>Lambda itself said no.</summary>
/// <param name="error">The error's name without a prefix, for example TooManyRequestsException.</param>
/// <param name="statusCode">The HTTP status that Lambda gives it, for example 429.</param>
internal sealed class FunctionInvocationException(string error, int statusCode, string message) : Exception(message)
{
    public string Error { get; } = error;

    public int StatusCode { get; } = statusCode;
}
