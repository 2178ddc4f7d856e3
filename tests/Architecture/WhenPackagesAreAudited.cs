using System.Diagnostics;

namespace CallRecording.Tests.Architecture;

/// <summary>What ./test says of packages with known vulnerabilities, for each answer of the registries.</summary>
public sealed class WhenPackagesAreAudited : IDisposable
{
    private const string Canary =
        "   > Newtonsoft.Json      12.0.1      12.0.1     High       https://github.com/advisories/GHSA-5crp-9r3c-p9vr";
    private const string Clean = """{"auditReportVersion":2,"vulnerabilities":{},"metadata":{}}""";
    private const string NoAnswer = """{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}""";
    private const string Moderate = """{"vulnerabilities":{"a":{"name":"a","severity":"moderate","range":"<2"}}}""";
    private const string High = """{"vulnerabilities":{"b":{"name":"b","severity":"high","range":"<3"}}}""";

    private readonly DirectoryInfo commands = Directory.CreateTempSubdirectory("audit-");

    public void Dispose() => commands.Delete(recursive: true);

    [Theory]
    [InlineData(Canary, "", Clean, "audit: no NuGet package has a known vulnerability")]
    [InlineData("", "", Clean, "audit: NuGet packages skipped, this feed does not say which are vulnerable")]
    [InlineData(
        Canary, "", Clean, "audit: no npm package of emulators/Node has a known vulnerability of high severity")]
    [InlineData(
        Canary, "", Moderate, "audit: no npm package of tests/Web/Browser has a known vulnerability of high severity")]
    [InlineData(
        Canary, "", NoAnswer,
        "audit: npm packages of emulators/Node skipped, this registry does not say which are vulnerable")]
    [InlineData(
        Canary, "", "",
        "audit: npm packages of emulators/Node skipped, this registry does not say which are vulnerable")]
    public async Task What_is_fine_or_unknown_is_told(string canary, string packages, string npm, string line)
    {
        var (said, exitCode) = await AuditAsync(canary, packages, npm);

        Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData(Canary, "   > Bad.Package    1.0.0   High   https://example.com", Clean, "Bad.Package    1.0.0")]
    [InlineData(Canary, "", High, "npm packages of emulators/Node with known vulnerabilities: b (high, <3)")]
    public async Task A_vulnerable_package_stops_everything(string canary, string packages, string npm, string line)
    {
        var (said, exitCode) = await AuditAsync(canary, packages, npm);

        Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task An_audit_that_fails_is_no_audit()
    {
        var (said, exitCode) = await AuditAsync(Canary, "the feed broke off", Clean, exitCode: 1);

        Assert.Contains(
            "'dotnet list package --vulnerable' failed: the feed broke off", said, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    // The registries are played: commands of these names, before all others on the PATH.
    private async Task<(string Said, int ExitCode)> AuditAsync(
        string canary, string packages, string npm, int exitCode = 0)
    {
        await WriteAsync("canary", canary);
        await WriteAsync("packages", packages);
        await WriteAsync("npm.json", npm);
        await WriteAsync(
            "dotnet",
            $"#!/bin/sh\ncase \"$*\" in *canary*) cat {At("canary")};; *) cat {At("packages")}; exit "
                + $"{exitCode};; esac\n");
        await WriteAsync("npm", $"#!/bin/sh\ncat {At("npm.json")}\nexit 1\n");
        var start = new ProcessStartInfo(
            "bash", ["-c", "set -euo pipefail; . \"$root/eng/prepare.sh\"; . \"$root/eng/audit.sh\"; audit_packages"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["root"] = ProjectFiles.Root;
        start.Environment["PATH"] = $"{commands.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!; // No shell is used.
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (output + await errors, process.ExitCode);
    }

    private string At(string name) => Path.Combine(commands.FullName, name);

    private async Task WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(At(name), text, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
