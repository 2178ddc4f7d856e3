namespace CallRecording.Infra.Web;

/// <summary>One file of the page.</summary>
/// <param name="Key">Its name in the bucket, with '/' between folders.</param>
internal sealed record PageFile(string Key, string Path, string ContentType)
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
    };

    /// <exception cref="InvalidOperationException">A file is of a kind that has no content type here.</exception>
    public static IReadOnlyList<PageFile> All()
    {
        var folder = ProgramFiles.At("web");
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => new PageFile(
                    System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), path, ContentTypeOf(path))),
        ];
    }

    private static string ContentTypeOf(string path) =>
        ContentTypes.TryGetValue(System.IO.Path.GetExtension(path), out var type)
            ? type
            : throw new InvalidOperationException(
                $"{path} ends in '{System.IO.Path.GetExtension(path)}', expected "
                + $"{string.Join(", ", ContentTypes.Keys)}.");
}
