using System.Text.RegularExpressions;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Architecture;

/// <summary>The names of the stack are in the documents, and no others.</summary>
public sealed partial class DocumentedNameTests
{
    private static readonly string All = string.Join('\n', Documents.Files().Select(File.ReadAllText));

    [Fact]
    public void Every_alarm_is_in_the_operators_runbook_and_every_one_there_is_declared()
    {
        var operations = File.ReadAllText(ProjectFiles.At("docs", "operations.md"));
        var runbook = operations[operations.IndexOf("## An alarm went off", StringComparison.Ordinal)..];
        runbook = runbook[..runbook.IndexOf("\n## ", 5, StringComparison.Ordinal)];
        var declared = Alarms().Matches(
            File.ReadAllText(ProjectFiles.At("tests", "Infra", "approved", "every-option.txt")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);

        var named = runbook.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

        Assert.Equal(declared.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variable_of_the_functions_is_in_them_and_every_one_in_them_is_read()
    {
        var sources = string.Join('\n', Documents.Sources().Select(File.ReadAllText));
        var read = Variables().Matches(
            string.Join('\n', SourceFiles.Of("tasks").Where(Documents.IsCode).Select(File.ReadAllText)))
            .Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith("POLL_", StringComparison.Ordinal) is false && name != "IN_PROGRESS");

        Assert.All(
            read.Distinct(StringComparer.Ordinal), name => Assert.Contains($"`{name}`", All, StringComparison.Ordinal));
        Assert.All(
            NamedVariables().Matches(All).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal),
            name => Assert.Contains(name, sources, StringComparison.Ordinal));
    }

    [Fact]
    public void Their_commands_use_the_names_that_resources_have() =>
        Assert.All(
            (string[])[ResourceNames.StateMachineArn, ResourceNames.TopicArn, ResourceNames.Table,
                ResourceNames.OutputBucket, ResourceNames.RetrievalFunction],
            name => Assert.Contains(name, All, StringComparison.Ordinal));

    [Fact]
    public void Every_function_of_the_stack_is_in_them() =>
        Assert.All(
            StackFunctions.All(LocalAddresses.At(5080), tokenKey: string.Empty)
                .Select(function => function.Name["dmg-inbound-callrecording".Length..]),
            suffix => Assert.Contains($"`…{suffix}`", All, StringComparison.Ordinal));

    [GeneratedRegex("\"([A-Z][A-Z0-9]+_[A-Z0-9_]+|FUNCTION)\"")]
    private static partial Regex Variables();

    [GeneratedRegex("^aws:cloudwatch/metricAlarm:MetricAlarm dmg-inbound-callrecording-(\\S+)", RegexOptions.Multiline)]
    private static partial Regex Alarms();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("`([A-Z][A-Z0-9]+_[A-Z0-9_]+)`")]
    private static partial Regex NamedVariables();
}
