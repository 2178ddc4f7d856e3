namespace CallRecording.Tests;

/// <summary>The project's own folder, for tests that read what ships with it.</summary>
internal static class ProjectFiles
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallRecording.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no CallRecording.sln above {start}.");
    }
}
