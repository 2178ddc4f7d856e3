using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record InvocationRequest(ILambdaContext LambdaContext, Stream InputStream) : IDisposable
{
    public void Dispose() => InputStream?.Dispose();
}
