using System.IO.Compression;
using System.Text.Json;
using CallRecording.Infra.Settings;
using Pulumi;

namespace CallRecording.Infra.Functions;

/// <summary>The published functions: one zip, which <c>infra/publish</c> makes.</summary>
internal sealed class FunctionArtifact
{
    private const string BuildFile = "build.json";

    // A build.json is a few hundred bytes; anything larger is not one.
    private const int MostBuildBytes = 64 * 1024;

    private FunctionArtifact(string path) => Archive = new FileArchive(path);

    public FileArchive Archive { get; }

    /// <summary>Opens the zip that the settings ask for and checks that it is one to deploy.</summary>
    /// <exception cref="ArtifactException">There is none, it is for something else, or it was built with stand-ins.</exception>
    public static FunctionArtifact Open(StackSettings settings)
    {
        var target = TargetOf(settings);
        var path = Path.Combine(settings.Artifacts, $"tasks-{target}.zip");
        var mend = $"run infra/publish {target}";
        if (!File.Exists(path))
        {
            throw new ArtifactException($"{path} does not exist; {mend}.");
        }

        var build = Read(path, mend);
        if (build.Target != target)
        {
            throw new ArtifactException($"{path} was built for '{build.Target}', expected '{target}'; {mend}.");
        }

        if (build.StandIns is not { Count: 0 })
        {
            throw new ArtifactException(
                $"{path} was built with stand-ins for {string.Join(", ", build.StandIns ?? ["unknown packages"])}, which are not "
                + $"for a deployment; {mend} where the NuGet feed is complete.");
        }

        return new(path);
    }

    /// <summary>The name that <c>infra/publish</c> has for what the settings ask for.</summary>
    public static string TargetOf(StackSettings settings)
    {
        var architecture = SettingsReader.Spelled(settings.Architecture);
        return settings.Runtime is RuntimeMode.Managed ? $"managed-{architecture}" : architecture;
    }

    private static FunctionBuild Read(string path, string mend)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var entry = zip.GetEntry(BuildFile);
            if (entry is null || entry.Length > MostBuildBytes)
            {
                throw new ArtifactException($"{path} has no {BuildFile}, so nobody knows what it is; {mend}.");
            }

            using var stream = entry.Open();
            return JsonSerializer.Deserialize<FunctionBuild>(stream, JsonSerializerOptions.Web)
                ?? throw new ArtifactException($"{path}: {BuildFile} is empty; {mend}.");
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or IOException)
        {
            throw new ArtifactException($"{path} cannot be read: {problem.Message}; {mend}.", problem);
        }
    }
}
