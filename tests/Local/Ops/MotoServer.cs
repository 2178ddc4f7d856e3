using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using CallRecording.Local;
using CallRecording.Local.Emulators;
using CallRecording.Local.Ops;
using CallRecording.Tests.Local.Emulators;

namespace CallRecording.Tests.Local.Ops;

/// <summary>Another emulator of AWS, as a judge: unlike ours its buckets keep versions, and Pulumi's letters can be in
/// their names.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private const string Command = "moto_server";

    private Process? process;
    private Uri? address;

    /// <summary>The stack of the environment dev there; skips the test where this machine has no such
    /// command.</summary>
    internal OpsTarget Target(StackNames names)
    {
        var there = address;
        if (there is null)
        {
            Assert.Skip($"{Command} is not on the PATH.");
        }

        return OpsTarget.At(new LocalAddresses(there, there, there, there, there, there)) with { Names = names };
    }

    public async ValueTask InitializeAsync()
    {
        var isThere = Environment.GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Command)));
        if (!isThere)
        {
            return;
        }

        var port = FreePort();
        process = Process.Start(new ProcessStartInfo(
            Command, ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process!.BeginOutputReadLine(); // It was started without a shell.
        process.BeginErrorReadLine();
        var started = new Uri($"http://127.0.0.1:{port}");
        using var dynamoDb = new EmulatorEndpoints(started, started).CreateDynamoDb();
        await Eventually.TrueAsync(() => AnswersAsync(dynamoDb), $"{Command} answers");
        address = started;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(IAmazonDynamoDB dynamoDb)
    {
        try
        {
            await dynamoDb.ListTablesAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
