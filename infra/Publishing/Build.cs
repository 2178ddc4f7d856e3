namespace CallRecording.Infra.Publishing;

/// <summary>A finished <c>dotnet publish</c> of the functions' executable, on its way into a zip.</summary>
/// <param name="Folder">What was published.</param>
/// <param name="StandInsFile">What the build itself wrote about its references: a package per line.</param>
internal sealed record Build(Target Target, string Folder, string StandInsFile, string Commit)
{
    private const string Program = "CallRecording.Tasks";

    // Symbols and documentation are for debugging; a function does not need them.
    private static readonly string[] LeftOut = [".pdb", ".xml", ".dbg"];

    /// <exception cref="PublishException">It must not be deployed.</exception>
    public BuildDescription Check() => new(
        Target.Name, Target.Architecture, Target.Runtime, Target.Handler, StandIns(), Commit, Gate()?.ToString());

    public IEnumerable<ArchiveEntry> Content(BuildDescription description) =>
        Files().Append(new ArchiveEntry(BuildDescription.FileName, description.ToJson()));

    private IEnumerable<ArchiveEntry> Files() => Target.IsNative
        ? [new ArchiveEntry(Archive.Bootstrap, File.ReadAllBytes(At(Program)), IsExecutable: true)]
        : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => !LeftOut.Contains(Path.GetExtension(file)))
            .Select(file => new ArchiveEntry(Path.GetRelativePath(Folder, file), File.ReadAllBytes(file)));

    private Version? Gate()
    {
        if (Target.IsNative)
        {
            return NativeGate.Check(Readelf.Read(At(Program)), Target.Architecture);
        }

        ManagedGate.Check(At($"{Program}.dll"), Target.Architecture);
        return null;
    }

    // Read, never guessed: without the file it is not known, and nothing is packed.
    private string[] StandIns() => File.Exists(StandInsFile)
        ? [.. File.ReadLines(StandInsFile).Where(line => line.Length > 0).Order(StringComparer.Ordinal)]
        : throw new PublishException($"the build did not write {StandInsFile}, so what it was made of is not known");

    private string At(string file) => File.Exists(Path.Combine(Folder, file))
        ? Path.Combine(Folder, file)
        : throw new PublishException($"{Folder} has no {file}: the build made nothing to pack");
}
