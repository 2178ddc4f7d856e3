using System.Diagnostics;

namespace CallRecording.Tests.Architecture;

/// <summary>What ./test --packages says of a folder that it cannot use, in one line.</summary>
public sealed class WhenPackagesAreGiven : IDisposable
{
    private const string Lacking = """
        error NU1101: Unable to find package Pulumi. No packages exist with this id in source(s): given, feed
        error NU1102: Unable to find package Amazon.Lambda.Core with version (>= 3.2.0)
        error NU1100: Unable to resolve 'Pulumi.Aws (>= 7.37.0)' for 'net10.0'. PackageSourceMapping is enabled.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packages-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task None_is_asked_for() =>
        Assert.Equal("test: --packages needs the folder that holds them\n", await RefusalAsync("--packages"));

    [Fact]
    public async Task One_that_is_not_there_is_named() =>
        Assert.Equal("test: --packages: there is no '/no/such'\n", await RefusalAsync("--packages", "/no/such"));

    [Fact]
    public async Task A_file_is_no_folder()
    {
        var file = ProjectFiles.At("README.md");

        Assert.Equal($"test: --packages: '{file}' is not a folder\n", await RefusalAsync("--packages", file));
    }

    [Fact]
    public async Task What_it_does_not_hold_is_named()
    {
        Assert.SkipUnless(Path.Exists(ProjectFiles.At(".git")), "Which files are the project's is known to git.");
        await PlayDotnetAsync();

        var said = await RefusalAsync("--packages", folder.FullName);

        Assert.Equal(
            $"test: --packages: '{folder.FullName}' does not hold what this feed lacks: "
                + "Amazon.Lambda.Core Pulumi Pulumi.Aws\n",
            said);
    }

    /// <summary>The feed is played: a command of this name, before all others on the PATH.</summary>
    private async Task PlayDotnetAsync()
    {
        var command = Path.Combine(folder.FullName, "dotnet");
        await File.WriteAllTextAsync(
            command,
            $"#!/bin/sh\ncase \"$1\" in restore) cat <<'END'\n{Lacking}\nEND\nexit 1;; esac\n",
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <returns>All that it says before it gives up.</returns>
    private async Task<string> RefusalAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(ProjectFiles.At("test"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!; // No shell is used.
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        return output + await errors;
    }
}
