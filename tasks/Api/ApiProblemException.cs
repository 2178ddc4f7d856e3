namespace CallRecording.Tasks.Api;

/// <summary>A request that cannot be answered, with the status and message for the client.</summary>
internal sealed class ApiProblemException(int statusCode, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;
}
