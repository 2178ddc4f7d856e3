using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;

namespace CallRecording.Tests.Emulators.Node;

/// <summary>The real emulators, in memory, with everything of ours in them.</summary>
public sealed class RunningEmulators : IAsyncLifetime
{
    internal const double Speed = 400;

    private EmulatorProcess process = null!;

    internal EmulatorEndpoints Endpoints => process.Endpoints;

    internal LocalResources Resources { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        process = await EmulatorProcess.StartAsync(
            new(ProjectFiles.At("emulators", "Node")), TimeProvider.System, cancellation);
        Resources = await ResourceSetup.EnsureAsync(Endpoints, Speed, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }
}
