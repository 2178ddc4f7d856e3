using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tests.Http;

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
        FakeRuntimeApi api, Func<LambdaQuestion, ILambdaContext, Task<LambdaReply>> handler) =>
        Start(api, LambdaBootstrapBuilder.Create(handler, Serializer()));

    public static RunningFunction Start(FakeRuntimeApi api, LambdaBootstrapBuilder builder) =>
        new(builder, api.Endpoint);

    public static ILambdaSerializer Serializer() => new SourceGeneratorLambdaJsonSerializer<ReplyContext>();

    /// <summary>The next thing that it reports; what ended it, where it ends before.</summary>
    public async Task<Received> PostAsync(FakeRuntimeApi api)
    {
        var post = api.PostAsync().AsTask();
        if (await Task.WhenAny(post, running) == running)
        {
            await running;
        }

        return await post;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        bootstrap.Dispose();
        stop.Dispose();
    }
}
