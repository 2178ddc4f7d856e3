using System.CommandLine;
using System.Text.RegularExpressions;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Architecture;

/// <summary>What the README promises is there.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(ProjectFiles.At("README.md"));

    [Fact]
    public void Every_file_it_names_exists() =>
        Assert.All(
            Paths().Matches(Readme).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal),
            path => Assert.True(Path.Exists(ProjectFiles.At(path)), path));

    [Fact]
    public void Every_command_and_every_option_is_in_it()
    {
        var commands = WithThoseBelow(RunCommands.Create()).ToList();

        var options = commands
            .SelectMany(command => command.Options)
            .Select(option => option.Name)
            .Where(name => name is not "--help" and not "--version");

        Assert.All(options, option => Assert.Contains(option, Readme, StringComparison.Ordinal));
        Assert.All(
            commands.Where(command => command is not RootCommand && command.Subcommands.Count == 0),
            command => Assert.Contains($"./run {PathOf(command)}", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_situation_that_the_page_on_faults_names_is_tested()
    {
        var tests = typeof(ReadmeTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var named = Situations().Matches(File.ReadAllText(ProjectFiles.At("docs", "faults.md"))).ToList();

        Assert.True(named.Count > 40, $"Only {named.Count} situations are named.");
        Assert.All(named, situation => Assert.Contains(situation.Groups[1].Value, tests));
    }

    [Fact]
    public void Every_fault_is_in_it() =>
        Assert.All(Fault.Spellings.Split(", "), fault => Assert.Contains($"`{fault}`", Readme, StringComparison.Ordinal));

    [Fact]
    public void Its_commands_use_the_names_that_resources_have() =>
        Assert.All(
            (string[])[ResourceNames.StateMachineArn, ResourceNames.TopicArn, ResourceNames.Table,
                ResourceNames.OutputBucket, ResourceNames.RetrievalFunction],
            name => Assert.Contains(name, Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_function_of_the_stack_is_in_it() =>
        Assert.All(
            StackFunctions.All(LocalAddresses.At(5080), tokenKey: string.Empty)
                .Select(function => function.Name["dmg-inbound-callrecording".Length..]),
            suffix => Assert.Contains($"`…{suffix}`", Readme, StringComparison.Ordinal));

    private static IEnumerable<Command> WithThoseBelow(Command command) =>
        [command, .. command.Subcommands.SelectMany(WithThoseBelow)];

    private static string PathOf(Command command) => command.Parents.OfType<Command>().SingleOrDefault() switch
    {
        null or RootCommand => command.Name,
        var parent => $"{PathOf(parent)} {command.Name}",
    };

    [GeneratedRegex("`((?:When|[A-Z][A-Za-z]+Tests)[A-Za-z]*)`")]
    private static partial Regex Situations();

    [GeneratedRegex("`((?:workflow|tasks|emulators|local|operations|infra|web|tests|eng)(?:/[A-Za-z0-9_.-]+)*|statemachine\\.asl\\.json)/?`")]
    private static partial Regex Paths();
}
