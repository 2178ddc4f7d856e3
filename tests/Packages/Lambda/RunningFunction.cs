using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace CallRecording.Tests.Packages.Lambda;

/// <summary>A handler in its loop, until disposed.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly LambdaBootstrap bootstrap;
    private readonly Task running;

    private RunningFunction(LambdaBootstrapBuilder builder, string endpoint)
    {
        bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = endpoint).Build();
        running = bootstrap.RunAsync(stop.Token);
    }

    public static RunningFunction Start(
        FakeRuntimeApi api, Func<Question, ILambdaContext, Task<Reply>> handler) =>
        Start(api, LambdaBootstrapBuilder.Create(handler, Serializer()));

    public static RunningFunction Start(FakeRuntimeApi api, LambdaBootstrapBuilder builder) =>
        new(builder, api.Endpoint);

    public static ILambdaSerializer Serializer() => new SourceGeneratorLambdaJsonSerializer<ReplyContext>();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        bootstrap.Dispose();
        stop.Dispose();
    }
}
