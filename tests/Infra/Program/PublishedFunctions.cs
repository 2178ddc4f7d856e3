using CallRecording.Infra.Functions;
using CallRecording.Infra.Publishing;
using CallRecording.Infra.Settings;

namespace CallRecording.Tests.Infra.Program;

/// <summary>A zip such as <c>infra/publish</c> makes where the feed is complete, without the functions in it.</summary>
internal sealed class PublishedFunctions : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-recording-artifacts");
    private readonly StackSettings _settings;

    public PublishedFunctions(StackSettings settings)
    {
        _settings = settings with { Artifacts = _folder.FullName };
        var target = FunctionArtifact.TargetOf(settings);
        var build = new BuildDescription(
            target.Name, target.Architecture, target.Runtime, target.Handler, [], "unknown", null);
        Archive.Write(
            Path.Combine(_folder.FullName, target.ZipName),
            [new ArchiveEntry(BuildDescription.FileName, build.ToJson(), IsExecutable: false)]);
    }

    public FunctionArtifact Open() => FunctionArtifact.Open(_settings);

    public void Dispose() => _folder.Delete(recursive: true);
}
