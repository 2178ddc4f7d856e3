using Amazon.Runtime;
using Amazon.S3;
using CallRecording.Local.Emulators;
using CallRecording.Tests.Local.Bda;

[assembly: AssemblyFixture(typeof(S3Endpoint))]

namespace CallRecording.Tests.Local.Bda;

/// <summary>The real S3 emulator, in memory, started when first asked for and ended with the run.</summary>
public sealed class S3Endpoint : IAsyncDisposable
{
    private readonly Lazy<Task<EmulatorProcess>> emulators = new(() => EmulatorProcess.StartAsync(
        new EmulatorOptions(ProjectFiles.At("local", "Emulators")), TimeProvider.System, CancellationToken.None));

    public async Task<AmazonS3Client> ConnectAsync()
    {
        var config = new AmazonS3Config
        {
            ServiceURL = (await emulators.Value).Endpoints.Aws.ToString(),
            AuthenticationRegion = CallRecording.Local.ResourceNames.Region,
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
