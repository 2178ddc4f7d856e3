using CallRecording.Local.Emulators;
using CallRecording.Local.Emulators.Resources;

namespace CallRecording.Tests.Local.Emulators;

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
            new(ProjectFiles.At("local", "Emulators")), TimeProvider.System, cancellation);
        Resources = await ResourceSetup.EnsureAsync(Endpoints, Speed, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }
}
