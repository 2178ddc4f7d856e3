using System.Diagnostics;

namespace CallRecording.Tests.Local;

/// <summary>A file system of a few megabytes in memory, which root can mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("small-disk-");

    private SmallDisk()
    {
    }

    public string Path => folder.FullName;

    /// <returns>Null where this machine or user cannot mount one.</returns>
    public static SmallDisk? TryMount(int megabytes)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path))
        {
            return disk;
        }

        disk.folder.Delete();
        return null;
    }

    public void Grow(int megabytes) =>
        Assert.True(Run("mount", "-o", $"remount,size={megabytes}m", Path), $"{Path} cannot be remounted.");

    public void Dispose()
    {
        Run("umount", "-l", Path);
        folder.Delete();
    }

    private static bool Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardError = true };
        using var process = Process.Start(start);
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
