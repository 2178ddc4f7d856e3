namespace CallRecording.Emulators.Lambda;

/// <summary>The invocations that most callers make.</summary>
internal static class FunctionInvocations
{
    /// <param name="function">A function's name or ARN.</param>
    /// <param name="payload">One JSON document, UTF-8.</param>
    /// <exception cref="FunctionInvocationException">The service itself refused or could not run the
    /// function.</exception>
    public static Task<FunctionResponse> InvokeAsync(
        this IFunctions functions,
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken) =>
        functions.InvokeAsync(new InvokeRequest(function, payload), cancellationToken);
}
