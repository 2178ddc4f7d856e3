using System.IO.Compression;
using CallRecording.Infra.Publishing;

namespace CallRecording.Tests.Infra.Publishing;

public sealed class WhenABuildIsPacked : IDisposable
{
    private readonly Builds build = new();
    private readonly StringWriter output = new();
    private readonly StringWriter complaints = new();

    [Fact]
    public void A_native_one_is_the_binary_and_its_description()
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");

        var exitCode = Pack(Builds.OwnTarget);

        Assert.Equal((0, ""), (exitCode, complaints.ToString()));
        using var zip = ZipFile.OpenRead(Zip(Builds.OwnTarget));
        Assert.Equal(["bootstrap", "build.json"], zip.Entries.Select(entry => entry.FullName));
        var description = Archive.Describe(Zip(Builds.OwnTarget));
        Assert.Equal(("v1", "bootstrap"), (description.Commit, description.Handler));
        Assert.Equal(["Some.Package"], description.StandIns);
    }

    [Theory]
    [InlineData("A.Package\nB.Package\n", "stand-ins: A.Package, B.Package; a deployment will refuse it")]
    [InlineData("", "stand-ins: none")]
    public void Its_line_says_what_it_is(string standIns, string told)
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");
        File.WriteAllText(build.StandIns, standIns);

        Pack(Builds.OwnTarget);

        var glibc = Archive.Describe(Zip(Builds.OwnTarget)).HighestGlibc;
        Assert.Equal(
            $"{Zip(Builds.OwnTarget)}: {new FileInfo(Zip(Builds.OwnTarget)).Length / 1e6:0.0} MB, "
                + $"provided.al2023 {Builds.OwnArchitecture}, highest glibc {glibc}, smoke: passed, {told}",
            output.ToString().TrimEnd());
    }

    [Fact]
    public void Packing_it_again_later_makes_the_same_zip()
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");
        Pack(Builds.OwnTarget);
        var first = File.ReadAllBytes(Zip(Builds.OwnTarget));

        File.SetLastWriteTimeUtc(
            Path.Combine(build.Folder, "CallRecording.Tasks"), new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Pack(Builds.OwnTarget);

        Assert.Equal(first, File.ReadAllBytes(Zip(Builds.OwnTarget)));
    }

    // The trap of building on a later system: the function would die at load.
    [Fact]
    public void A_glibc_that_is_not_there_is_told_apart_and_leaves_no_zip()
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");
        var highest = $"GLIBC_{NativeGate.Check(Readelf.Read(Builds.Program), Builds.OwnArchitecture)}";
        build.Replace(highest, "GLIBC_2.99"[..highest.Length]);

        var exitCode = Pack(Builds.OwnTarget);

        Assert.Equal(NativeGate.TooNewGlibc, exitCode);
        Assert.Matches(
            @"^publish: the binary needs \S+@GLIBC_2\.9+, expected at most GLIBC_2\.34, ", complaints.ToString());
        Assert.False(File.Exists(Zip(Builds.OwnTarget)));
    }

    [Fact]
    public void Another_machines_binary_is_refused()
    {
        Assert.SkipUnless(Builds.HasReadelf, "There is no readelf here.");

        AssertRefused("the binary is for ", Builds.OtherTarget);
    }

    [Fact]
    public void Without_knowing_its_stand_ins_nothing_is_packed()
    {
        File.Delete(build.StandIns);

        AssertRefused($"the build did not write {build.StandIns}", Builds.OwnTarget);
    }

    [Fact]
    public void An_empty_build_is_refused()
    {
        File.Delete(Path.Combine(build.Folder, "CallRecording.Tasks"));

        AssertRefused($"{build.Folder} has no CallRecording.Tasks", Builds.OwnTarget);
    }

    [Fact]
    public void A_managed_one_is_the_assemblies_without_what_is_for_debuggers()
    {
        var assembly = typeof(object).Assembly.Location; // Compiled ahead for this machine, as ours will be.
        File.Delete(Path.Combine(build.Folder, "CallRecording.Tasks"));
        File.Copy(assembly, Path.Combine(build.Folder, "CallRecording.Tasks.dll"));
        File.WriteAllText(Path.Combine(build.Folder, "CallRecording.Tasks.pdb"), "symbols");
        File.WriteAllText(Path.Combine(build.Folder, "CallRecording.Tasks.runtimeconfig.json"), "{}");

        var exitCode = Pack($"managed-{Builds.OwnTarget}");

        Assert.Equal((0, ""), (exitCode, complaints.ToString()));
        using var zip = ZipFile.OpenRead(Zip($"managed-{Builds.OwnTarget}"));
        Assert.Equal(
            ["CallRecording.Tasks.dll", "CallRecording.Tasks.runtimeconfig.json", "build.json"],
            zip.Entries.Select(entry => entry.FullName));
        Assert.Null(Archive.Describe(Zip($"managed-{Builds.OwnTarget}")).HighestGlibc);
    }

    [Fact]
    public void An_unknown_target_is_answered_with_the_known_ones() => AssertRefused(
        "the target is 'sparc', expected one of arm64, x64, managed-arm64, managed-x64", "sparc");

    [Fact]
    public void Too_few_arguments_are_answered_with_all_of_them()
    {
        var exitCode = PackCommand.Run(["arm64"], output, complaints);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("publish: expected: pack TARGET ", complaints.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        build.Dispose();
        output.Dispose();
        complaints.Dispose();
    }

    private void AssertRefused(string why, string target)
    {
        var exitCode = Pack(target);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"publish: {why}", complaints.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(build.Zips));
    }

    private int Pack(string target) => PackCommand.Run(
        [target, build.Folder, build.StandIns, "v1", "passed", build.Zips], output, complaints);

    private string Zip(string target) => Path.Combine(build.Zips, $"tasks-{target}.zip");
}
