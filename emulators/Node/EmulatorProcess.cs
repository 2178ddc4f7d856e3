using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CallRecording.Emulators.Lambda.Processes;

namespace CallRecording.Emulators.Node;

/// <summary>The emulators' one child process. It ends with this one, even when this one is killed.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private const int RememberedLines = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly TimeProvider time;
    private readonly Queue<string> lastLines = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> unexpectedExit =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task watch;
    private volatile bool stopping;

    private EmulatorProcess(Process process, TimeProvider time)
    {
        this.process = process;
        this.time = time;
        watch = WatchAsync();
    }

    public EmulatorEndpoints Endpoints { get; private set; } = null!; // Set before StartAsync hands this object out.

    /// <summary>Completes, with the process's last lines, when it ends without being stopped.</summary>
    public Task<string> UnexpectedExit => unexpectedExit.Task;

    public int ProcessId => process.Id;

    /// <exception cref="EmulatorException">No suitable Node.js, nothing installed, a port in use.</exception>
    public static async Task<EmulatorProcess> StartAsync(
        EmulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var node = await NodeRuntime.FindAsync(options.Directory, time, cancellationToken);
        var process = Process.Start(StartInfo(node, options))
            ?? throw new EmulatorException($"{node} did not start.");
        var emulators = new EmulatorProcess(process, time);
        try
        {
            var line = await emulators.ready.Task.WaitAsync(StartLimit, time, cancellationToken);
            emulators.Endpoints = Read(line);
            return emulators;
        }
        catch (TimeoutException)
        {
            await emulators.DisposeAsync();
            throw new EmulatorException(
                $"The emulators said nothing for {StartLimit.TotalSeconds:0} s. {emulators.LastLines()}");
        }
        catch
        {
            await emulators.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping)
        {
            return;
        }

        stopping = true;
        process.StandardInput.Close(); // emulators.mjs --die-with-stdin writes its data down and ends.
        try
        {
            await watch.WaitAsync(StopLimit, time);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await watch;
        }

        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string node, EmulatorOptions options)
    {
        var start = new ProcessStartInfo(node)
        {
            WorkingDirectory = options.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--disable-warning=ExperimentalWarning",
                "emulators.mjs",
                "--die-with-stdin",
                "--aws", options.AwsPort.ToString(CultureInfo.InvariantCulture),
                "--dynamodb", options.DynamoDbPort.ToString(CultureInfo.InvariantCulture),
            },
        };
        if (options.DataDirectory is { } data)
        {
            start.ArgumentList.Add("--data");
            start.ArgumentList.Add(Path.GetFullPath(data));
        }

        return start;
    }

    private static EmulatorEndpoints Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        return new(Address("aws"), Address("dynamodb"));

        Uri Address(string port) => new($"http://127.0.0.1:{document.RootElement.GetProperty(port).GetInt32()}");
    }

    private async Task WatchAsync()
    {
        await Task.WhenAll(
            OutputLines.ReadAsync(process.StandardOutput, line => ready.TrySetResult(line)),
            OutputLines.ReadAsync(process.StandardError, Remember),
            process.WaitForExitAsync());
        var exit = $"The emulators ended with exit code {process.ExitCode}. {LastLines()}";
        // The task may have no awaiter any more; reading its exception keeps it from being reported as unobserved.
        if (ready.TrySetException(new EmulatorException(exit)))
        {
            _ = ready.Task.Exception;
        }

        if (!stopping)
        {
            unexpectedExit.TrySetResult(exit);
        }
    }

    private void Remember(string line)
    {
        lock (lastLines)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > RememberedLines)
            {
                lastLines.Dequeue();
            }
        }
    }

    private string LastLines()
    {
        lock (lastLines)
        {
            return string.Join(Environment.NewLine, lastLines);
        }
    }
}
