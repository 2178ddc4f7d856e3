using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Protocol;

/// <summary>One of our services, on a port of its own.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication server;

    private LoopbackService(WebApplication server) => this.server = server;

    public Uri Address => LoopbackServer.AddressOf(server);

    /// <param name="port">0 for a free one.</param>
    public static async Task<LoopbackService> StartAsync(
        int port, Action<IEndpointRouteBuilder> map, CancellationToken cancellationToken)
    {
        var server = LoopbackServer.CreateBuilder(port).Build();
        server.UseCrossOriginProtection();
        map(server);
        try
        {
            await server.StartAsync(cancellationToken);
            return new LoopbackService(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
