using System.CommandLine;
using System.Text.RegularExpressions;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Local.Commands;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Architecture;

/// <summary>What the documents promise is there, and what is there is in them.</summary>
public sealed partial class DocumentTests
{
    private const int MaxReadmeLines = 120;

    private static readonly string All = string.Join('\n', Documents.Files().Select(File.ReadAllText));

    public static TheoryData<string> Names =>
        [.. Documents.Files().Select(file => Path.GetRelativePath(ProjectFiles.Root, file))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_path_in_it_exists(string document)
    {
        var text = File.ReadAllText(ProjectFiles.At(document));
        var paths = Paths().Matches(text).Select(match => match.Groups[1].Value)
            .Where(path => !path.Contains("ENV", StringComparison.Ordinal)
                && !path.Contains("NAME", StringComparison.Ordinal));

        Assert.All(
            paths.Distinct(StringComparer.Ordinal), path => Assert.True(Path.Exists(ProjectFiles.At(path)), path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_in_it_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(ProjectFiles.At(document))!; // A file is in a folder.
        var links = Links().Matches(File.ReadAllText(ProjectFiles.At(document))).Select(match => match.Groups[1].Value)
            .Where(link => !link.StartsWith("http", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link.Split('#')[0])), link));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_and_option_in_it_exists(string document)
    {
        var text = File.ReadAllText(ProjectFiles.At(document));

        foreach (Match match in OwnCommands().Matches(text))
        {
            var (program, word) = (match.Groups[1].Value, match.Groups[2].Value);
            var known = program == "test" ? Documents.TestOptions() : Documents.Words(program);
            Assert.True(known.Contains(word), $"./{program} {word}");
        }
    }

    [Fact]
    public void The_README_can_be_read_in_one_go() =>
        Assert.InRange(File.ReadLines(ProjectFiles.At("README.md")).Count(), 1, MaxReadmeLines);

    [Fact]
    public void Every_document_and_every_room_is_in_the_README()
    {
        var readme = File.ReadAllText(ProjectFiles.At("README.md"));

        Assert.All(
            Directory.GetFiles(ProjectFiles.At("docs"), "*.md").Select(file => $"`docs/{Path.GetFileName(file)}`"),
            name => Assert.Contains(name, readme, StringComparison.Ordinal));
        Assert.All(
            SourceFiles.Rooms,
            room =>
            {
                Assert.Contains($"`{room}/README.md`", readme, StringComparison.Ordinal);
                Assert.Contains(
                    "Begin with", File.ReadAllText(ProjectFiles.At(room, "README.md")), StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Every_command_and_every_option_is_in_them()
    {
        var commands = WithThoseBelow(RunCommands.Create()).ToList();

        var options = commands
            .SelectMany(command => command.Options)
            .Select(option => option.Name)
            .Where(name => name is not "--help" and not "--version");

        Assert.All(options, option => Assert.Contains(option, All, StringComparison.Ordinal));
        Assert.All(
            commands.Where(command => command is not RootCommand && command.Subcommands.Count == 0),
            command => Assert.Contains(PathOf(command), All, StringComparison.Ordinal));
        Assert.All(
            Documents.TestOptions(), option => Assert.Contains($"./test {option}", All, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_situation_that_the_page_on_faults_names_is_tested()
    {
        var tests = typeof(DocumentTests).Assembly.GetTypes()
            .Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var named = Situations().Matches(File.ReadAllText(ProjectFiles.At("docs", "faults.md"))).ToList();

        Assert.True(named.Count > 40, $"Only {named.Count} situations are named.");
        Assert.All(named, situation => Assert.Contains(situation.Groups[1].Value, tests));
    }

    [Fact]
    public void Every_fault_that_can_be_ordered_is_in_them() =>
        Assert.All(Fault.Spellings.Split(", "), fault => Assert.Contains($"`{fault}`", All, StringComparison.Ordinal));

    [Fact]
    public void Every_error_that_the_definition_names_is_in_the_operators_table()
    {
        var operations = File.ReadAllText(ProjectFiles.At("docs", "operations.md"));
        var failures = typeof(AudioRejectedException).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception))
                && type.Namespace == typeof(AudioRejectedException).Namespace)
            .Select(type => type.Name);

        Assert.All(failures, name => Assert.Contains($"`{name}`", operations, StringComparison.Ordinal));
    }

    private static IEnumerable<Command> WithThoseBelow(Command command) =>
        [command, .. command.Subcommands.SelectMany(WithThoseBelow)];

    private static string PathOf(Command command) => command.Parents.OfType<Command>().SingleOrDefault() switch
    {
        null or RootCommand => $"./run {command.Name}",
        { Name: "ops" } => $"./ops {command.Name}",
        var parent => $"{PathOf(parent)} {command.Name}",
    };

    [GeneratedRegex("`((?:When|[A-Z][A-Za-z]+Tests)[A-Za-z]*)`")]
    private static partial Regex Situations();

    [GeneratedRegex(
        "`((?:workflow|tasks|emulators|local|operations|infra|web|tests|eng|docs)(?:/[A-Za-z0-9_.-]+)+"
            + "|statemachine\\.asl\\.json)/?`")]
    private static partial Regex Paths();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Links();

    [GeneratedRegex("\\./(run|ops|test) (?:\\[)?(--[a-z-]+|[a-z][a-z-]+)")]
    private static partial Regex OwnCommands();
}
