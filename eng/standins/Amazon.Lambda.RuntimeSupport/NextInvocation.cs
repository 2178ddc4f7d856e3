namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API hands out: an event and the headers that come with it.</summary>
internal sealed record NextInvocation(
    string RequestId,
    string FunctionArn,
    string TraceId,
    string TenantId,
    DateTimeOffset Deadline,
    Stream Input) : IDisposable
{
    public void Dispose() => Input.Dispose();
}
