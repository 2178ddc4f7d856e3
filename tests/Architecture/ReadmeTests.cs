using System.Text.RegularExpressions;
using CallRecording.Local;
using CallRecording.Local.Bda;
using CallRecording.Local.Commands;

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
    public void Every_option_of_the_commands_is_in_it()
    {
        var commands = Commands.Create();

        var options = commands.Subcommands.Append(commands)
            .SelectMany(command => command.Options)
            .Select(option => option.Name)
            .Where(name => name is not "--help" and not "--version");

        Assert.All(options, option => Assert.Contains(option, Readme, StringComparison.Ordinal));
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

    [GeneratedRegex("`((?:workflow|tasks|local|infra|web|tests|standins)(?:/[A-Za-z0-9_.-]+)*|statemachine\\.asl\\.json)/?`")]
    private static partial Regex Paths();
}
