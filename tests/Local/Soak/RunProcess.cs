using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CallRecording.Tests.Local.Soak;

/// <summary>The program behind <c>./run</c>, as a process of its own that can be killed.</summary>
internal sealed class RunProcess : IDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly ConcurrentQueue<string> last = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>What it said last.</summary>
    public string Last => string.Join('\n', last);

    /// <summary>Returns once it says <c>ready</c>.</summary>
    public static async Task<RunProcess> StartAsync(int port, string dataDirectory, int speed)
    {
        var run = new RunProcess(Start(
            "--port", Text(port), "--data", dataDirectory, "--speed", Text(speed), "--no-samples"));
        run.process.OutputDataReceived += (_, line) => run.Take(line.Data);
        run.process.ErrorDataReceived += (_, line) => run.Take(line.Data);
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        var ended = run.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(run.ready.Task, ended).WaitAsync(Bound, TestContext.Current.CancellationToken);
        return run.ready.Task.IsCompleted ? run : throw new InvalidOperationException($"./run ended:\n{run.Last}");
    }

    /// <summary>A command of the same program.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> CommandAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    /// <summary>SIGKILL, to this one process.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    public Task EndAsync() => process.WaitForExitAsync(TestContext.Current.CancellationToken)
        .WaitAsync(Bound, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CallRecording.Local"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        last.Enqueue(line);
        if (last.Count > LinesKept)
        {
            last.TryDequeue(out _);
        }

        if (line == "ready")
        {
            ready.TrySetResult();
        }
    }
}
