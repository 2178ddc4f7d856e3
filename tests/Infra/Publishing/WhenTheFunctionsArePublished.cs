using System.Diagnostics;
using System.IO.Compression;
using CallRecording.Infra.Publishing;
using CallRecording.Local.Smoke;
using Microsoft.Extensions.DependencyModel;

namespace CallRecording.Tests.Infra.Publishing;

/// <summary>The zip that <c>./test</c> has just made for this machine; building it takes most of a minute.</summary>
public sealed class WhenTheFunctionsArePublished
{
    private static readonly string Zip = ProjectFiles.At("infra", "artifacts", $"tasks-{Builds.OwnTarget}.zip");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task The_zip_runs_once_unpacked()
    {
        SkipWithoutZip();
        var folder = Directory.CreateTempSubdirectory("published-");
        try
        {
            await ZipFile.ExtractToDirectoryAsync(Zip, folder.FullName, Cancellation);
            var answered = new List<string>();

            await SmokeRun.RunAsync(
                [Path.Combine(folder.FullName, "bootstrap")],
                SmokeQuestion.All,
                answered.Add,
                TimeProvider.System,
                Cancellation);

            Assert.Equal(SmokeQuestion.All.Count, answered.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void It_names_the_stand_ins_that_the_build_used()
    {
        SkipWithoutZip();

        var description = Archive.Describe(Zip);

        Assert.Equal(StandInsOfTasks(), description.StandIns);
        Assert.Equal(Builds.OwnTarget, description.Target);
        Assert.InRange(Version.Parse(description.HighestGlibc!), new Version(2, 17), NativeGate.NewestGlibc);
    }

    [Theory]
    [InlineData("sparc")]
    [InlineData("")]
    [InlineData("managed-x64")]
    public async Task An_unknown_target_is_answered_at_once(string target)
    {
        var start = new ProcessStartInfo(ProjectFiles.At("infra", "publish"), [target])
        {
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        using var process = Process.Start(start)!; // Null only where a running process is used again.
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal($"publish: '{target}' is not a target; there are arm64, x64 and managed", said.TrimEnd());
    }

    // A build on a system with a later glibc is refused, and leaves none.
    private static void SkipWithoutZip() =>
        Assert.SkipUnless(File.Exists(Zip), $"There is no {Zip}; infra/publish {Builds.OwnTarget} makes it.");

    // Asked of what these tests run with, which the same rule chose.
    private static IEnumerable<string> StandInsOfTasks()
    {
        using var reader = new DependencyContextJsonReader();
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "CallRecording.Tasks.deps.json"));
        return reader.Read(file).RuntimeLibraries
            .Where(library => library.Type == "project"
                && Directory.Exists(ProjectFiles.At("eng", "standins", library.Name)))
            .Select(library => library.Name)
            .Order(StringComparer.Ordinal);
    }
}
