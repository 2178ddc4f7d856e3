using CallRecording.Local;

namespace CallRecording.Tests.Local.Whole;

/// <summary>What a system that had processed a call leaves on the disk when it is killed, or is stopped: copies of its
/// data directory.</summary>
public sealed class KilledSystem : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("killed-");
    private int copies;

    private string Killed => Path.Combine(root.FullName, "killed");

    private string Stopped => Path.Combine(root.FullName, "stopped");

    public async ValueTask InitializeAsync()
    {
        await using var stack = new RunningStack();
        await stack.InitializeAsync();
        await stack.ProcessAsync("kept");
        Copy(new DirectoryInfo(stack.Folder), Killed);
        Copy(new DirectoryInfo(Killed), Stopped);
        await (await StartAsync(Stopped, _ => { })).DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A data directory as it was left, for one start.</summary>
    internal string Data(bool stopped = false)
    {
        var copy = Path.Combine(root.FullName, $"{Interlocked.Increment(ref copies)}");
        Copy(new DirectoryInfo(stopped ? Stopped : Killed), copy);
        return copy;
    }

    internal static Task<LocalSystem> StartAsync(string data, Action<string> write) => LocalSystem.StartAsync(
        new LocalOptions(0, data, 600, ProjectFiles.Root, SubmitSamples: false),
        write,
        TestContext.Current.CancellationToken);

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles())
        {
            // Of a running system: the owner's lock is advisory, and it reads nothing else exclusively.
            if (file.Name is not ("owner" or "emulators.pid"))
            {
                file.CopyTo(Path.Combine(to, file.Name));
            }
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
