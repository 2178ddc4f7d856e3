using System.Diagnostics;
using System.Globalization;

namespace CallRecording.Local.Emulators;

/// <summary>The emulators of a system that was killed: they end by themselves, but a moment later, and until then they
/// hold their ports and their files.</summary>
internal static class PreviousEmulators
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="file">Where the process id of the emulators is noted.</param>
    public static async Task WaitForEndAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)
            || !int.TryParse(await File.ReadAllTextAsync(file, cancellationToken), CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
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

    public static Task NoteAsync(string file, int processId, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(file, processId.ToString(CultureInfo.InvariantCulture), cancellationToken);
}
