using System.Globalization;

namespace CallRecording.Local.Data;

/// <summary>Says once, in one line, that the disk is full: what then fails says it in many, and in other
/// words.</summary>
internal sealed class DiskSpace : IDisposable
{
    /// <summary>Less is full: a message with its recording may need as much.</summary>
    private const long MinFreeBytes = 1024 * 1024;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly string directory;
    private readonly Action<string> say;
    private readonly ITimer timer;
    private bool isFull;

    public DiskSpace(string directory, Action<string> say, TimeProvider time)
    {
        this.directory = directory;
        this.say = say;
        timer = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, Every);
    }

    public static string Line(string directory) =>
        $"no space is left for {directory}: free some; what was acknowledged is kept, and ./run goes on with it";

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var free = new DriveInfo(directory).AvailableFreeSpace;
        if (free < MinFreeBytes == isFull)
        {
            return;
        }

        isFull = !isFull;
        say(isFull
            ? Line(directory)
            : string.Create(CultureInfo.InvariantCulture, $"there is space again for {directory}: {free} bytes"));
    }
}
