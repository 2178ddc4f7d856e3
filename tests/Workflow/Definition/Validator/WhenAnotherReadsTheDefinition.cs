using System.Diagnostics;

namespace CallRecording.Tests.Workflow.Definition.Validator;

/// <summary>The definition, judged by asl-validator: what the emulator takes might still be no Amazon States
/// Language.</summary>
public sealed class WhenAnotherReadsTheDefinition
{
    private static readonly string Validator = ProjectFiles.At(
        "tests/Workflow/Definition/Validator/node_modules/asl-validator/dist/bin/asl-validator.js");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_nothing_wrong()
    {
        var (exitCode, said) = await ValidateAsync(ProjectFiles.At("statemachine.asl.json"));

        Assert.True(exitCode == 0, said);
        Assert.Contains("is valid", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Next\": \"GetJobStatus\"", "\"Next\": \"Nowhere\"", "'Next'|'Default' target: Nowhere")]
    [InlineData("\"StartAt\": \"InvokeDataAutomation\"", "\"StartAt\": \"Missing\"", "target: Missing")]
    [InlineData("\"Type\": \"Wait\"", "\"Type\": \"Weight\"", "/States/WaitForJob/Type is invalid")]
    [InlineData("\"TimeoutSeconds\": 90", "\"TimeoutSeconds\": \"90\"", "/TimeoutSeconds is invalid. must be integer")]
    [InlineData("\"OutputPath\": \"$.Payload\"", "\"OutputPath\": \"$.Payload[\"", "must match format \"asl_path\"")]
    public async Task It_would_find_it(string right, string wrong, string message)
    {
        var copy = Path.GetTempFileName();
        try
        {
            Assert.Contains(right, ProductDefinition.Text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                copy, ProductDefinition.Text.Replace(right, wrong, StringComparison.Ordinal), Stop);

            var (exitCode, said) = await ValidateAsync(copy);

            Assert.NotEqual(0, exitCode);
            Assert.Contains(message, said, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<(int ExitCode, string Said)> ValidateAsync(string path)
    {
        if (!File.Exists(Validator))
        {
            Assert.Skip("asl-validator is not installed; ./test installs it.");
        }

        var start = new ProcessStartInfo("node", [Validator, "--json-path", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!; // Started without a shell.
        var complaints = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop) + await complaints;
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said);
    }
}
