namespace CallRecording.Local.Lambda;

/// <summary>The functions of the stack, invoked and awaited as Lambda's RequestResponse invocation does.</summary>
internal interface IFunctions
{
    /// <param name="function">A function's name or ARN.</param>
    /// <param name="payload">One JSON document, UTF-8.</param>
    /// <exception cref="FunctionInvocationException">The service itself refused or could not run the
    /// function.</exception>
    Task<FunctionResponse> InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
