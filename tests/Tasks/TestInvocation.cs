using Amazon.Lambda.Core;

namespace CallRecording.Tests.Tasks;

/// <summary>What Lambda tells a handler about one invocation.</summary>
internal sealed class TestInvocation(string requestId = "request-1", Func<TimeSpan>? remainingTime = null)
    : ILambdaContext
{
    public TestLog Log { get; } = new();

    public ILambdaLogger Logger => Log;

    public string AwsRequestId => requestId;

    public string FunctionName => "function";

    public string FunctionVersion => "$LATEST";

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:000000000000:function:function";

    public string LogGroupName => "/aws/lambda/function";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => remainingTime?.Invoke() ?? TimeSpan.FromSeconds(30);

    public IClientContext ClientContext => throw new NotSupportedException("No app calls these functions.");

    public ICognitoIdentity Identity => throw new NotSupportedException("No app calls these functions.");
}
