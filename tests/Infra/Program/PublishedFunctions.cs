using CallRecording.Infra.Functions;
using CallRecording.Infra.Publishing;
using CallRecording.Infra.Settings;

namespace CallRecording.Tests.Infra.Program;

/// <summary>A zip such as <c>infra/publish</c> makes where the feed is complete, without the functions in it.</summary>
internal sealed class PublishedFunctions : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("call-recording-artifacts");
    private readonly StackSettings settings;

    public PublishedFunctions(StackSettings settings)
    {
        this.settings = settings with { Artifacts = folder.FullName };
        var target = FunctionArtifact.TargetOf(settings);
        var build = new BuildDescription(
            target.Name, target.Architecture, target.Runtime, target.Handler, [], "unknown", null);
        Archive.Write(
            Path.Combine(folder.FullName, target.ZipName),
            [new ArchiveEntry(BuildDescription.FileName, build.ToJson(), IsExecutable: false)]);
    }

    public FunctionArtifact Open() => FunctionArtifact.Open(settings);

    public void Dispose() => folder.Delete(recursive: true);
}
