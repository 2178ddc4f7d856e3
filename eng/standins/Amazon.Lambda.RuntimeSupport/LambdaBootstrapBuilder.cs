using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

public class LambdaBootstrapBuilder
{
    private readonly LambdaBootstrapHandler handler;
    private readonly LambdaBootstrapOptions bootstrapOptions = new();
    private LambdaBootstrapInitializer initializer;

    private LambdaBootstrapBuilder(LambdaBootstrapHandler handler) => this.handler = handler;

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) =>
        new(HandlerWrapper.Wrap(handler));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.Wrap(handler));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Wrap(handler, serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.Wrap(handler, serializer));

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(bootstrapOptions);
        return this;
    }

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrap Build() => new(handler, bootstrapOptions, initializer);
}
