using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public class InvocationRequest : IDisposable
{
    internal InvocationRequest(ILambdaContext lambdaContext, Stream inputStream)
    {
        LambdaContext = lambdaContext;
        InputStream = inputStream;
    }

    public ILambdaContext LambdaContext { get; }

    public Stream InputStream { get; }

    public void Dispose()
    {
        InputStream?.Dispose();
        GC.SuppressFinalize(this);
    }
}
