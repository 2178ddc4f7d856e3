namespace CallRecording.Infra;

/// <summary>Files that the program reads: its own, and those of the project's top folder.</summary>
internal static class ProgramFiles
{
    /// <summary>A file beside the program; the build copies it.</summary>
    public static string At(string name) => Path.Combine(AppContext.BaseDirectory, "deployed", name);
}
