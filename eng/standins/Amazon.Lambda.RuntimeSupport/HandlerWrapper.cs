using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A handler of any of the supported shapes, seen as one from streams to streams.</summary>
internal static class HandlerWrapper
{
    public static LambdaBootstrapHandler Wrap(Func<Stream, ILambdaContext, Task> handler) =>
        async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false);
            return Empty();
        };

    public static LambdaBootstrapHandler Wrap(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        async invocation => new InvocationResponse(
            await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false));

    public static LambdaBootstrapHandler Wrap<TInput>(
        Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        async invocation =>
        {
            var input = serializer.Deserialize<TInput>(invocation.InputStream);
            await handler(input, invocation.LambdaContext).ConfigureAwait(false);
            return Empty();
        };

    public static LambdaBootstrapHandler Wrap<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        async invocation =>
        {
            var input = serializer.Deserialize<TInput>(invocation.InputStream);
            var output = await handler(input, invocation.LambdaContext).ConfigureAwait(false);
            var stream = new MemoryStream();
            serializer.Serialize(output, stream);
            stream.Position = 0;
            return new InvocationResponse(stream);
        };

    private static InvocationResponse Empty() => new(Stream.Null);
}
