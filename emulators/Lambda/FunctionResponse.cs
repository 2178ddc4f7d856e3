namespace CallRecording.Emulators.Lambda;

/// <summary>A finished invocation.</summary>
/// <param name="Payload">What the function returned; with an error its error JSON (errorType, errorMessage,
/// stackTrace).</param>
/// <param name="FunctionError">Null, or "Unhandled" when the function threw, timed out (errorType Sandbox.Timedout) or
/// died (errorType Runtime.ExitError).</param>
internal sealed record FunctionResponse(string RequestId, ReadOnlyMemory<byte> Payload, string? FunctionError);
