using System.Diagnostics;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>A process of the operating system that runs a function.</summary>
/// <remarks>
/// It outlives a killed parent only as long as its current invocation: without the parent its next poll of the Runtime
/// API is refused, and a Lambda runtime that cannot poll ends.
/// </remarks>
internal sealed class FunctionProcess
{
    // Becomes the program, in a session of its own: Ctrl+C in a terminal then stops this host alone, not at the same
    // moment every function in the middle of its work.
    private const string OwnSession = "/usr/bin/setsid";

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Process process;

    private FunctionProcess(Process process, Action<string> onLine, TimeProvider time)
    {
        this.process = process;
        Exited = WatchAsync(onLine, time);
    }

    public int Id => process.Id;

    /// <summary>The exit code, once the process has ended and its output is read.</summary>
    public Task<int> Exited { get; }

    /// <param name="command">The executable, then its arguments.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The executable cannot be started.</exception>
    public static FunctionProcess Start(
        IReadOnlyList<string> command,
        Dictionary<string, string> environment,
        Action<string> onLine,
        TimeProvider time)
    {
        IReadOnlyList<string> whole = File.Exists(OwnSession) ? [OwnSession, .. command] : command;
        var start = new ProcessStartInfo(whole[0], whole.Skip(1))
        {
            WorkingDirectory = Path.GetDirectoryName(command[0]),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        process.StandardInput.Close();
        return new(process, onLine, time);
    }

    public void Kill()
    {
        // Ended already is what is wanted, and then the handle may be gone too.
        if (!Exited.IsCompleted)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private async Task<int> WatchAsync(Action<string> onLine, TimeProvider time)
    {
        var output = Task.WhenAll(
            OutputLines.ReadAsync(process.StandardOutput, onLine),
            OutputLines.ReadAsync(process.StandardError, onLine));
        await process.WaitForExitAsync();
        try
        {
            await output.WaitAsync(DrainLimit, time);
        }
        catch (TimeoutException)
        {
            // A child process of the function still holds its output open; its lines are not read.
        }

        return process.ExitCode;
    }
}
