using System.Globalization;

namespace CallRecording.Infra.Publishing;

/// <summary>The part of <c>infra/publish</c> that decides: what was built is checked, described and packed.</summary>
internal static class PackCommand
{
    public const string Name = "pack";

    private const string Usage = "expected: pack TARGET FOLDER STANDINS-FILE COMMIT SMOKE ZIP-FOLDER";

    /// <summary>Prints one line about the zip.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter complaints)
    {
        try
        {
            output.WriteLine(arguments is [var target, var folder, var standIns, var commit, var smoke, var zips]
                ? Pack(new Build(Target.Named(target), folder, standIns, commit), smoke, zips)
                : throw new PublishException(Usage));
            return 0;
        }
        catch (PublishException refusal)
        {
            complaints.WriteLine($"publish: {refusal.Message}");
            return refusal.ExitCode;
        }
    }

    private static string Pack(Build build, string smoke, string zips)
    {
        var description = build.Check();
        var path = Path.Combine(zips, build.Target.ZipName);
        Directory.CreateDirectory(zips);
        Archive.Write(path, build.Content(description));
        return Line(path, new FileInfo(path).Length, description, smoke);
    }

    private static string Line(string path, long sizeBytes, BuildDescription build, string smoke) => string.Create(
        CultureInfo.InvariantCulture,
        $"{path}: {sizeBytes / 1e6:0.0} MB, {build.Runtime} {build.Architecture}, highest glibc "
            + $"{build.HighestGlibc ?? "none"}, smoke: {smoke}, stand-ins: {StandIns(build.StandIns)}");

    private static string StandIns(IReadOnlyList<string> names) => names.Count == 0
        ? "none"
        : $"{string.Join(", ", names)}; a deployment will refuse it";
}
