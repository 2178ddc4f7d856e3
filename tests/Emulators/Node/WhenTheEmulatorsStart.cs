using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;

namespace CallRecording.Tests.Emulators.Node;

public sealed class WhenTheEmulatorsStart
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_listen_on_the_loopback_interface_only()
    {
        await using var emulators = await StartAsync(new(ProjectFiles.At("emulators", "Node")));

        var ports = new[] { emulators.Endpoints.Aws.Port, emulators.Endpoints.DynamoDb.Port };
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => ports.Contains(listener.Port))
            .ToList();

        Assert.Equal(2, listeners.Count);
        Assert.All(listeners, listener => Assert.Equal(IPAddress.Loopback, listener.Address));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var aws = await Assert.ThrowsAsync<EmulatorException>(
            () => StartAsync(new(ProjectFiles.At("emulators", "Node"), AwsPort: port)));
        var dynamoDb = await Assert.ThrowsAsync<EmulatorException>(
            () => StartAsync(new(ProjectFiles.At("emulators", "Node"), DynamoDbPort: port)));

        Assert.Contains($"port {port} on 127.0.0.1 is already in use", aws.Message, StringComparison.Ordinal);
        Assert.Contains($"port {port} on 127.0.0.1 is already in use", dynamoDb.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_packages_are_reported_with_what_to_do()
    {
        var empty = Directory.CreateTempSubdirectory("emulators-");

        var failure = await Assert.ThrowsAsync<EmulatorException>(() => StartAsync(new(empty.FullName)));

        Assert.Contains("run ./run, or npm ci in emulators/Node", failure.Message, StringComparison.Ordinal);
        empty.Delete(recursive: true);
    }

    [Fact]
    public async Task Their_unexpected_end_is_noticed()
    {
        await using var emulators = await StartAsync(new(ProjectFiles.At("emulators", "Node")));

        Process.GetProcessById(emulators.ProcessId).Kill();

        var report = await emulators.UnexpectedExit.WaitAsync(Cancellation);
        Assert.Contains("exit code 137", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_were_given_is_there_after_a_restart_with_the_same_data_directory()
    {
        var data = Directory.CreateTempSubdirectory("emulators-");
        await using (var first = await StartAsync(new(ProjectFiles.At("emulators", "Node"), data.FullName)))
        {
            var resources = await ResourceSetup.EnsureAsync(first.Endpoints, 1, Cancellation);
            using var s3 = first.Endpoints.CreateS3();
            await s3.PutObjectAsync(
                new() { BucketName = resources.RecordingsBucket, Key = "a.txt", ContentBody = "kept" }, Cancellation);
        }

        await using var second = await StartAsync(new(ProjectFiles.At("emulators", "Node"), data.FullName));
        var again = await ResourceSetup.EnsureAsync(second.Endpoints, 1, Cancellation);
        using var client = second.Endpoints.CreateS3();
        using var kept = await client.GetObjectAsync(again.RecordingsBucket, "a.txt", Cancellation);
        using var reader = new StreamReader(kept.ResponseStream);

        Assert.Equal("kept", await reader.ReadToEndAsync(Cancellation));
        await second.DisposeAsync();
        data.Delete(recursive: true);
    }

    private static Task<EmulatorProcess> StartAsync(EmulatorOptions options) =>
        EmulatorProcess.StartAsync(options, TimeProvider.System, Cancellation);
}
