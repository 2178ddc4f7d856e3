namespace CallRecording.Tasks.Api;

/// <summary>A request that cannot be answered, and what to tell whoever asked.</summary>
internal sealed class ApiProblemException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
