namespace Amazon.Lambda.RuntimeSupport;

internal sealed record InvocationResponse(Stream OutputStream);
