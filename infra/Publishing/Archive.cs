using System.IO.Compression;

namespace CallRecording.Infra.Publishing;

/// <summary>The zip that Lambda gets; the same content makes the same bytes, so nothing is deployed twice.</summary>
internal static class Archive
{
    /// <summary>What a custom runtime starts; it must be executable.</summary>
    public const string Bootstrap = "bootstrap";

    private const int RegularFile = 0x8000;
    private const int Executable = 0x1ED; // 0755
    private const int Readable = 0x1A4; // 0644
    private const int UnixModeShift = 16;

    // The first moment that a zip can hold.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string path, IEnumerable<ArchiveEntry> entries)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var packed = zip.CreateEntry(entry.Name, CompressionLevel.SmallestSize);
            packed.LastWriteTime = Timestamp;
            packed.ExternalAttributes = (RegularFile | (entry.IsExecutable ? Executable : Readable)) << UnixModeShift;
            using var content = packed.Open();
            content.Write(entry.Content.Span);
        }
    }

    /// <exception cref="PublishException">It is no zip of <c>infra/publish</c>.</exception>
    public static BuildDescription Describe(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var entry = zip.GetEntry(BuildDescription.FileName)
            ?? throw new PublishException($"{path} has no {BuildDescription.FileName}; make it with infra/publish");
        using var content = new MemoryStream();
        using (var packed = entry.Open())
        {
            packed.CopyTo(content);
        }

        return BuildDescription.Parse(content.ToArray());
    }
}
