using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class InvocationContext(NextInvocation next, ILambdaLogger logger) : ILambdaContext
{
    // Mobile clients and Cognito send these; nothing here is invoked by them.
    public IClientContext ClientContext => null;

    public ICognitoIdentity Identity => null;

    public ILambdaLogger Logger => logger;

    public TimeSpan RemainingTime => next.Deadline - TimeProvider.System.GetUtcNow();

    public int MemoryLimitInMB => int.TryParse(
        Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0;

    public string AwsRequestId => next.RequestId;

    public string FunctionName => Variable("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion => Variable("AWS_LAMBDA_FUNCTION_VERSION");

    public string InvokedFunctionArn => next.FunctionArn;

    public string LogGroupName => Variable("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName => Variable("AWS_LAMBDA_LOG_STREAM_NAME");

    public string TenantId => next.TenantId;

    public string TraceId => next.TraceId;

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name);
}
