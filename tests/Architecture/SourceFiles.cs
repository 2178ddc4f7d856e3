namespace CallRecording.Tests.Architecture;

/// <summary>The project's own sources, without what builds and installs put beside them.</summary>
internal static class SourceFiles
{
    /// <summary>The rooms of the product, and those of its tests and its making.</summary>
    public static readonly IReadOnlyList<string> Rooms =
        ["workflow", "tasks", "infra", "web", "emulators", "local", "operations", "tests", "eng"];

    private static readonly string[] Built = ["bin", "obj", "node_modules", "artifacts", ".packages"];

    /// <summary>Full paths of every file of the room.</summary>
    public static IEnumerable<string> Of(string room) => In(ProjectFiles.At(room)).SelectMany(Directory.EnumerateFiles);

    /// <summary>Full paths of the rooms and of every folder in them.</summary>
    public static IEnumerable<string> Folders() => Rooms.SelectMany(room => In(ProjectFiles.At(room)));

    private static IEnumerable<string> In(string folder) => Directory.EnumerateDirectories(folder)
        .Where(inner => !Built.Contains(Path.GetFileName(inner)))
        .SelectMany(In)
        .Prepend(folder);
}
