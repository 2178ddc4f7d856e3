namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The service did not take what the function said; nothing is left but to end the process.</summary>
public class RuntimeApiClientException : Exception
{
    private const int MaxResponseLength = 512;

    public RuntimeApiClientException(
        string message,
        int statusCode,
        string response,
        Dictionary<string, IEnumerable<string>> headers,
        Exception innerException)
        : base(
            $"{message}\n\nStatus: {statusCode}\nResponse: \n{response[..Math.Min(response.Length, MaxResponseLength)]}",
            innerException)
    {
        StatusCode = statusCode;
        Response = response;
        Headers = headers;
    }

    public int StatusCode { get; }

    public string Response { get; }

    public Dictionary<string, IEnumerable<string>> Headers { get; }
}
