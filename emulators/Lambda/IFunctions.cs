namespace CallRecording.Emulators.Lambda;

/// <summary>The functions of the stack, invoked and awaited as Lambda's RequestResponse invocation does.</summary>
internal interface IFunctions
{
    /// <exception cref="FunctionInvocationException">The service itself refused or could not run the
    /// function.</exception>
    Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken);
}
