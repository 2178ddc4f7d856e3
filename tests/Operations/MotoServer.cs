using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Operations;

/// <summary>Another emulator of AWS, as a judge: unlike ours its buckets keep versions, and Pulumi's letters can be in
/// their names.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    /// <summary>It knows no other.</summary>
    public const string Account = "123456789012";

    private const string Command = "moto_server";

    private Process? process;
    private Uri? address;

    /// <summary>The stack of the environment dev there; skips the test where this machine has no such
    /// command.</summary>
    internal StackTarget Target(StackNames names)
    {
        var there = Address();
        return StackTarget.At(new LocalAddresses(there, there, there, there, there, there)) with { Names = names };
    }

    /// <summary>Skips the test where this machine has no such command.</summary>
    internal Uri Address()
    {
        if (address is null)
        {
            Assert.Skip($"{Command} is not on the PATH.");
        }

        return address;
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

    /// <summary>Nothing happens where there is one of that name.</summary>
    internal async Task CreateStateMachineAsync(string name)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["definition"] = """{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}""",
            ["roleArn"] = $"arn:aws:iam::{Account}:role/{name}",
        };
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.CreateStateMachine");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/{ResourceNames.Region}/states/aws4_request, "
                + "SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(
            answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
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
