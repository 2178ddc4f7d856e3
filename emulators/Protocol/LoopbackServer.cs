using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CallRecording.Emulators.Protocol;

/// <summary>A web server for this machine alone, with no configuration but ours.</summary>
internal static class LoopbackServer
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    /// <param name="port">0 is a free one; <see cref="AddressOf"/> says which.</param>
    public static WebApplicationBuilder CreateBuilder(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, ManualLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        return builder;
    }

    public static Uri AddressOf(WebApplication server)
    {
        var features = server.Services.GetRequiredService<IServer>().Features;
        return new(features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }
}
