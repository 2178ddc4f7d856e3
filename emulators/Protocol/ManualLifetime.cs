using Microsoft.Extensions.Hosting;

namespace CallRecording.Emulators.Protocol;

/// <summary>Stops the server when it is disposed of: Ctrl+C is the whole program's business, not a server's.</summary>
internal sealed class ManualLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
