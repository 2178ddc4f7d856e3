using System.Diagnostics;

namespace CallRecording.Tests.Local.Burst;

/// <summary>Unrelated processes that leave a system half of each core, or less.</summary>
internal sealed class BusyCores : IDisposable
{
    private readonly List<Process> loops =
    [
        .. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Start()),
    ];

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            loop.Kill();
            loop.WaitForExit();
            loop.Dispose();
        }
    }

    private static Process Start() =>
        Process.Start("/bin/sh", ["-c", "while :; do :; done"])
        ?? throw new InvalidOperationException("/bin/sh did not start.");
}
