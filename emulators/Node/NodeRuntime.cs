using System.ComponentModel;
using System.Diagnostics;

namespace CallRecording.Emulators.Node;

/// <summary>A Node.js new enough for fauxqs, which keeps its data with node:sqlite.</summary>
internal static class NodeRuntime
{
    public static readonly Version MinVersion = new(22, 5);

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    /// <summary>The one on PATH if it will do, else the one that npm brought.</summary>
    public static async Task<string> FindAsync(string directory, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(directory, "node_modules", "fauxqs")))
        {
            throw new EmulatorException(
                $"{Path.Combine(directory, "node_modules")} is missing; run ./run, or npm ci in emulators/Node.");
        }

        var found = await VersionOfAsync("node", time, cancellationToken);
        if (found >= MinVersion)
        {
            return "node";
        }

        var brought = Path.Combine(
            directory, "node_modules", "node", "bin", OperatingSystem.IsWindows() ? "node.exe" : "node");
        return File.Exists(brought)
            ? brought
            : throw new EmulatorException(
                $"Node.js on PATH is {found?.ToString() ?? "missing"}, expected {MinVersion} or later, and npm brought "
                + "none; run ./run, or npm ci in emulators/Node.");
    }

    private static async Task<Version?> VersionOfAsync(string node, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var start = new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true };
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            var answer = await process.StandardOutput.ReadLineAsync(cancellation).AsTask()
                .WaitAsync(AnswerLimit, time, cancellation);
            return Version.TryParse(answer?.TrimStart('v'), out var version) ? version : null;
        }
        catch (Exception exception) when (exception is Win32Exception or TimeoutException)
        {
            return null;
        }
    }
}
