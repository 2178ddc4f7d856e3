namespace CallRecording.Tests.Web.Browser;

/// <summary>What tests in a browser need beside Node: a Chromium that is on this machine, and two npm
/// packages.</summary>
internal static class BrowserTools
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string Folder => ProjectFiles.At("tests", "Web", "Browser");

    /// <summary>The environment's CHROMIUM, else the first of the usual names on the PATH; null without one.</summary>
    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : OnPath();

    /// <summary>Null when nothing is.</summary>
    public static string? Missing =>
        Chromium is null
            ? $"There is none of {string.Join(", ", Names)} on the PATH, and CHROMIUM names none."
            : File.Exists(Path.Combine(Folder, "node_modules", ".installed"))
                ? null
                : "tests/Web/Browser/node_modules is not installed; ./test does it.";

    private static string? OnPath() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
