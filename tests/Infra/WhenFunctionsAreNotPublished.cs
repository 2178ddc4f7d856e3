using System.IO.Compression;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Publishing;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra;

/// <summary>What is not fit for a deployment is refused before anything is deployed.</summary>
public sealed class WhenFunctionsAreNotPublished : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("call-recording-artifacts");

    private StackSettings Settings => TestStacks.Settings("dev") with { Artifacts = folder.FullName };

    private string Zip => Path.Combine(folder.FullName, "tasks-arm64.zip");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_missing_zip_is_named_with_the_command_that_makes_it() =>
        AssertRefused($"{Zip} does not exist; run infra/publish arm64.");

    [Fact]
    public void A_build_with_stand_ins_is_refused()
    {
        Pack("arm64", "Amazon.Lambda.Core", "AWSSDK.StepFunctions");

        AssertRefused(
            "was built with stand-ins for Amazon.Lambda.Core, AWSSDK.StepFunctions, which are not for a deployment");
    }

    [Fact]
    public void A_build_for_another_processor_is_refused()
    {
        Pack("x64");

        AssertRefused("was built for 'x64', expected 'arm64'");
    }

    [Fact]
    public void A_zip_of_something_else_is_refused()
    {
        using (ZipFile.Open(Zip, ZipArchiveMode.Create))
        {
            // Empty.
        }

        AssertRefused("has no build.json");
    }

    [Fact]
    public void A_file_that_is_no_zip_is_refused()
    {
        File.WriteAllText(Zip, "no zip");

        AssertRefused("cannot be read");
    }

    [Fact]
    public void A_build_without_stand_ins_for_the_right_processor_is_taken()
    {
        Pack("arm64");

        Assert.Equal("provided.al2023", FunctionArtifact.Open(Settings).Build.Runtime);
    }

    private void Pack(string target, params string[] standIns)
    {
        var built = Target.Named(target);
        var build = new BuildDescription(
            built.Name, built.Architecture, built.Runtime, built.Handler, standIns, "unknown", "2.34");
        Archive.Write(Zip, [new ArchiveEntry(BuildDescription.FileName, build.ToJson())]);
    }

    private void AssertRefused(string message) => Assert.Contains(
        message, Assert.Throws<ArtifactException>(
            () => FunctionArtifact.Open(Settings)).Message, StringComparison.Ordinal);
}
