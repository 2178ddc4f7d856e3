using CallRecording.Emulators.ApiGateway;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;

namespace CallRecording.Local.Web;

/// <summary>What a browser sees: the API under /analytics, and the page everywhere else.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private WebServer(WebServerOptions options, IFunctions functions, TimeProvider time)
    {
        var api = new ProxyIntegration(functions, new ApiGatewayOptions(ApiRoutes.Of(options)), time);
        var builder = LoopbackServer.CreateBuilder(options.Port);
        Compression.AddTo(builder.Services);
        server = builder.Build();
        server.UseCrossOriginProtection(linked: true);
        server.MapWhen(
            context => context.Request.Path.StartsWithSegments(ApiRoutes.Root, StringComparison.Ordinal),
            branch => Compression.Use(branch).Run(api.AnswerAsync));
        PageConfig.Of(options).Serve(server);
        options.Executions?.Serve(server);
        options.Uploads?.Map(server);
        server.UseWebFiles(options);
        server.Run(WebFiles.NotFoundAsync);
    }

    public Uri Endpoint { get; private set; } = null!; // Set before StartAsync hands this object out.

    /// <exception cref="DirectoryNotFoundException">There is no such web directory.</exception>
    public static async Task<WebServer> StartAsync(
        WebServerOptions options, IFunctions functions, TimeProvider time, CancellationToken cancellationToken)
    {
        var front = new WebServer(options, functions, time);
        try
        {
            await front.server.StartAsync(cancellationToken);
        }
        catch
        {
            await front.DisposeAsync();
            throw;
        }

        front.Endpoint = LoopbackServer.AddressOf(front.server);
        return front;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
