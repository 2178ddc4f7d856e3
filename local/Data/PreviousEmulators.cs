using System.Diagnostics;
using System.Globalization;

namespace CallRecording.Local.Data;

/// <summary>The emulators of a system that was killed: they end by themselves, but a moment later, and until then they
/// hold their ports and their files.</summary>
internal static class PreviousEmulators
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    /// <param name="file">Where the process id of the emulators is noted.</param>
    public static async Task WaitForEndAsync(
        string file, Action<string> say, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        var text = await File.ReadAllTextAsync(file, cancellationToken);
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            say($"{file} is damaged: it is no process id; it is written anew, and if ports are in use, stop the node "
                + "that has them");
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(EndLimit, time, cancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
        catch (TimeoutException)
        {
            // Another program has that id by now; if it is the emulators after all, their ports will say so.
        }
    }

    public static void Note(string file, int processId) =>
        AtomicFile.Write(file, processId.ToString(CultureInfo.InvariantCulture));
}
