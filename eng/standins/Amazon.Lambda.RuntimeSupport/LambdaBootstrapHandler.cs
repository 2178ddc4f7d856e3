namespace Amazon.Lambda.RuntimeSupport;

internal delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);
