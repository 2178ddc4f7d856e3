using System.Text.Json;
using CallRecording.Infra.Publishing;
using CallRecording.Infra.Settings;
using Pulumi;

namespace CallRecording.Infra.Functions;

/// <summary>The published functions: one zip, which <c>infra/publish</c> makes.</summary>
internal sealed class FunctionArtifact
{
    private FunctionArtifact(string path, BuildDescription build)
    {
        Archive = new FileArchive(path);
        Build = build;
    }

    public FileArchive Archive { get; }

    /// <summary>What it was built for.</summary>
    public BuildDescription Build { get; }

    /// <summary>Opens the zip that the settings ask for and checks that it is one to deploy.</summary>
    /// <exception cref="ArtifactException">There is none, it is for something else, or it was built with
    /// stand-ins.</exception>
    public static FunctionArtifact Open(StackSettings settings)
    {
        var target = TargetOf(settings);
        var path = Path.Combine(settings.Artifacts, target.ZipName);
        var mend = $"run infra/publish {(settings.Runtime is RuntimeMode.Managed ? "managed" : target.Name)}";
        if (!File.Exists(path))
        {
            throw new ArtifactException($"{path} does not exist; {mend}.");
        }

        var build = Describe(path, mend);
        if (build.Target != target.Name)
        {
            throw new ArtifactException($"{path} was built for '{build.Target}', expected '{target.Name}'; {mend}.");
        }

        if (build.StandIns.Count > 0)
        {
            throw new ArtifactException(
                $"{path} was built with stand-ins for {string.Join(", ", build.StandIns)}, which are not for a "
                + $"deployment; {mend} where the NuGet feed is complete.");
        }

        return new(path, build);
    }

    /// <summary>What <c>infra/publish</c> builds for these settings.</summary>
    public static Target TargetOf(StackSettings settings)
    {
        var architecture = StackSettingsReader.Spelled(settings.Architecture);
        return Target.Named(settings.Runtime is RuntimeMode.Managed ? $"managed-{architecture}" : architecture);
    }

    private static BuildDescription Describe(string path, string mend)
    {
        try
        {
            return Publishing.Archive.Describe(path);
        }
        catch (Exception problem) when (
            problem is InvalidDataException or JsonException or IOException or PublishException)
        {
            throw new ArtifactException($"{path} cannot be read: {problem.Message}; {mend}.", problem);
        }
    }
}
