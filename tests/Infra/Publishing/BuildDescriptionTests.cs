using System.Text;
using System.Text.Json;
using CallRecording.Infra.Publishing;

namespace CallRecording.Tests.Infra.Publishing;

public sealed class BuildDescriptionTests
{
    private static readonly BuildDescription Native =
        new("arm64", "arm64", "provided.al2023", "bootstrap", ["A.Package", "B.Package"], "1.2-3-gabc", "2.34");

    [Fact]
    public void It_is_written_for_the_deployment() => Assert.Equal(
        """
        {
          "target": "arm64",
          "architecture": "arm64",
          "runtime": "provided.al2023",
          "handler": "bootstrap",
          "standIns": [
            "A.Package",
            "B.Package"
          ],
          "commit": "1.2-3-gabc",
          "highestGlibc": "2.34"
        }

        """,
        Encoding.UTF8.GetString(Native.ToJson()));

    [Theory]
    [InlineData("2.34")]
    [InlineData(null)]
    public void It_is_read_as_it_was_written(string? highestGlibc)
    {
        var written = Native with { HighestGlibc = highestGlibc };

        Assert.Equivalent(written, BuildDescription.Parse(written.ToJson()), strict: true);
    }

    // Without it a deployment would take the build for a complete one.
    [Theory]
    [InlineData("\"standIns\"", "\"others\"")]
    [InlineData("\"runtime\": \"provided.al2023\"", "\"runtime\": null")]
    public void One_that_lacks_something_is_not_read(string part, string other)
    {
        var json = Encoding.UTF8.GetString(Native.ToJson()).Replace(part, other, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => BuildDescription.Parse(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Every_target_has_its_runtime_handler_and_zip() => Assert.Equal(
        [
            "tasks-arm64.zip arm64 provided.al2023 bootstrap",
            "tasks-x64.zip x86_64 provided.al2023 bootstrap",
            "tasks-managed-arm64.zip arm64 dotnet10 CallRecording.Tasks",
            "tasks-managed-x64.zip x86_64 dotnet10 CallRecording.Tasks",
        ],
        Target.All.Select(target => $"{target.ZipName} {target.Architecture} {target.Runtime} {target.Handler}"));
}
