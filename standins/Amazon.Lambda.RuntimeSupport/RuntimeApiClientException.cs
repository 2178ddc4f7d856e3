namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The service did not take what the function said; nothing is left but to end the process.</summary>
internal sealed class RuntimeApiClientException(string message) : Exception(message);
