namespace Amazon.Lambda.Core;

public interface ILambdaContext
{
    IClientContext ClientContext { get; }

    ICognitoIdentity Identity { get; }

    ILambdaLogger Logger { get; }

    ILambdaSerializer Serializer => null;

    TimeSpan RemainingTime { get; }

    int MemoryLimitInMB { get; }

    string AwsRequestId { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    string InvokedFunctionArn { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    string TenantId => string.Empty;

    string TraceId => string.Empty;
}
