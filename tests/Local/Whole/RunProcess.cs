using System.Collections.Concurrent;
using System.Diagnostics;
using CallRecording.Local;

namespace CallRecording.Tests.Local.Whole;

/// <summary>The program behind <c>./run</c>, as a process of its own that can be killed.</summary>
internal sealed class RunProcess : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly BlockingCollection<string> lines = [];
    private readonly List<string> seen = [];

    private RunProcess(Process process) => this.process = process;

    public LocalAddresses Addresses { get; private set; } = null!; // Set before StartAsync hands this object out.

    public string Seen => string.Join('\n', seen.TakeLast(40));

    /// <summary>Returns once it says <c>ready</c>.</summary>
    public static RunProcess Start(string dataDirectory, int speed)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CallRecording.Local"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            ["--port", "0", "--data", dataDirectory, "--speed", $"{speed}", "--no-samples"])
        {
            start.ArgumentList.Add(argument);
        }

        var run = new RunProcess(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start."));
        run.process.OutputDataReceived += (_, line) => run.Take(line.Data);
        run.process.ErrorDataReceived += (_, line) => run.Take(line.Data);
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        run.ReadUntil(line => line == "ready");
        run.Addresses = new LocalAddresses(
            run.Address("page and API"), run.Address("DynamoDB"), run.Address("SNS, SQS, S3"),
            run.Address("Step Functions"), run.Address("BDA"), run.Address("Lambda"));
        return run;
    }

    /// <summary>Reads lines until one is the one; fails, showing what it said, when none comes.</summary>
    public void ReadUntil(Predicate<string> isIt)
    {
        using var bound = new CancellationTokenSource(Bound, TimeProvider.System);
        try
        {
            foreach (var line in lines.GetConsumingEnumerable(bound.Token))
            {
                seen.Add(line);
                if (isIt(line))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Said below, with what was seen.
        }

        Assert.Fail($"That line did not come within {Bound.TotalSeconds} s; the last ones were\n{Seen}");
    }

    /// <summary>SIGKILL, to this one process.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        lines.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null && !lines.IsAddingCompleted)
        {
            lines.Add(line);
        }
    }

    private Uri Address(string what) => new(
        seen.Single(line => line.StartsWith(what, StringComparison.Ordinal))[what.Length..].Trim());
}
