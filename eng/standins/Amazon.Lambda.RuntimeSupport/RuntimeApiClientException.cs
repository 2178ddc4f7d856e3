namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The service did not take what the function said; nothing is left but to end the process.</summary>
public class RuntimeApiClientException : Exception
{
    private const int MaxResponseLength = 512;

    internal RuntimeApiClientException(string message, int statusCode, string response)
        : base($"{message}\n\nStatus: {statusCode}\nResponse: \n{Shortened(response)}") => StatusCode = statusCode;

    public int StatusCode { get; }

    private static string Shortened(string response) => response[..Math.Min(response.Length, MaxResponseLength)];
}
