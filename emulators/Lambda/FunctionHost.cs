using CallRecording.Emulators.Lambda.Processes;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CallRecording.Emulators.Lambda;

/// <summary>Runs functions in processes of their own, as Lambda does, behind Lambda's two APIs on one port.</summary>
internal sealed class FunctionHost : IFunctions, IAsyncDisposable
{
    // The package's runtime client tells X-Ray about an error in a header of up to a megabyte.
    private const int MaxHeaderBytes = 2 * 1024 * 1024;

    private readonly FunctionHostOptions options;
    private readonly TimeProvider time;
    private readonly FunctionRegistry functions;
    private readonly WebApplication server;

    private FunctionHost(FunctionHostOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        functions = new(time);
        var builder = LoopbackServer.CreateBuilder(options.Port);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestBufferSize = MaxHeaderBytes;
        });
        server = builder.Build();
        server.UseCrossOriginProtection();
        new RuntimeApi(functions, time).Map(server);
        new InvokeApi(functions, options.Log, time).Map(server);
    }

    /// <summary>The Invoke API's address, for AWS_ENDPOINT_URL_LAMBDA.</summary>
    public Uri Endpoint { get; private set; } = null!; // Set before StartAsync hands this object out.

    /// <exception cref="FileNotFoundException">There is no such executable.</exception>
    public static async Task<FunctionHost> StartAsync(
        FunctionHostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(options.Executable))
        {
            throw new FileNotFoundException(
                $"The functions' executable {options.Executable} is missing; build it first.");
        }

        var host = new FunctionHost(options with { Executable = Path.GetFullPath(options.Executable) }, time);
        try
        {
            await host.server.StartAsync(cancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        host.Endpoint = LoopbackServer.AddressOf(host.server);
        return host;
    }

    /// <summary>Adds a function; its first process starts with its first invocation.</summary>
    public void Register(FunctionDefinition function) => functions.Add(new(
        function, options, instance => Endpoint.Authority + RuntimeApi.PathOf(function.Name, instance), time));

    /// <summary>Processes that run for a function, busy or not.</summary>
    public int ProcessCount(string function) => functions.Find(function).ProcessCount;

    /// <summary>Processes that wait for work.</summary>
    public int IdleCount(string function) => functions.Find(function).IdleCount;

    public Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        functions.InvokeAsync(request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(functions.Pools.Select(pool => pool.DisposeAsync().AsTask()));
        await server.DisposeAsync();
    }
}
