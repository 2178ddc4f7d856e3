using Amazon.Runtime;
using Amazon.S3;
using CallRecording.Emulators.Node;
using CallRecording.Emulators.Protocol;

[assembly: AssemblyFixture(typeof(CallRecording.Tests.Emulators.Bda.S3Endpoint))]

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>The real S3 emulator, in memory, started when first asked for and ended with the run.</summary>
public sealed class S3Endpoint : IAsyncDisposable
{
    private readonly Lazy<Task<EmulatorProcess>> emulators = new(() => EmulatorProcess.StartAsync(
        new EmulatorOptions(ProjectFiles.At("emulators", "Node")), TimeProvider.System, CancellationToken.None));

    public async Task<AmazonS3Client> ConnectAsync()
    {
        var config = new AmazonS3Config
        {
            ServiceURL = (await emulators.Value).Endpoints.Aws.ToString(),
            AuthenticationRegion = EmulatedAccount.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 0,
        };
        return new AmazonS3Client(new BasicAWSCredentials("local", "local"), config);
    }

    public async ValueTask DisposeAsync()
    {
        if (emulators.IsValueCreated)
        {
            await (await emulators.Value).DisposeAsync();
        }
    }
}
