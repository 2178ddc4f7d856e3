namespace CallRecording.Tests.Architecture;

/// <summary>A room can be looked through, and a file read in one go.</summary>
public sealed class SizeTests
{
    private const int MaxFilesInAFolder = 20;
    private const int MaxLines = 200;
    private const int MaxMedianLines = 40;
    private const int MaxColumns = 120;

    private static readonly string[] Code = [".cs", ".js", ".mjs", ".css", ".sh"];

    private static readonly string[] Scripts =
        ["run", "ops", "test", "infra/deploy", "infra/publish", "tests/Web/screenshots"];

    [Fact]
    public void No_folder_has_more_files_than_one_can_look_through()
    {
        var crowded = SourceFiles.Folders()
            .Select(folder => (folder, count: Directory.EnumerateFiles(folder).Count()))
            .Where(folder => folder.count > MaxFilesInAFolder)
            .Select(folder => $"{Path.GetRelativePath(ProjectFiles.Root, folder.folder)}: {folder.count} files");

        Assert.Empty(crowded);
    }

    [Fact]
    public void No_file_is_longer_than_one_reads_in_one_go()
    {
        var files = SourceFiles.Rooms.SelectMany(SourceFiles.Of)
            .Where(file => Code.Contains(Path.GetExtension(file)))
            .Concat(Scripts.Select(script => ProjectFiles.At(script)));

        var lengths = files.Select(file => (file, lines: File.ReadLines(file).Count())).ToList();

        Assert.Empty(lengths.Where(file => file.lines > MaxLines)
            .Select(file => $"{Path.GetRelativePath(ProjectFiles.Root, file.file)}: {file.lines} lines"));
        // A situation of a test takes more lines than a class of the product.
        var sorted = lengths
            .Where(file => !file.file.StartsWith(ProjectFiles.At("tests"), StringComparison.Ordinal))
            .Select(file => file.lines).Order().ToList();
        Assert.InRange(sorted[sorted.Count / 2], 1, MaxMedianLines);
    }

    // The analyzer RCS0056 holds code to the same, and leaves comments and documentation out.
    [Fact]
    public void No_line_of_CSharp_is_wider_than_a_screen() =>
        Assert.Empty(SourceFiles.Rooms.SelectMany(SourceFiles.Of)
            .Where(file => Path.GetExtension(file) == ".cs")
            .SelectMany(file => File.ReadLines(file).Index()
                .Where(line => line.Item.Length > MaxColumns)
                .Select(line => $"{Path.GetRelativePath(ProjectFiles.Root, file)}:{line.Index + 1}")));
}
