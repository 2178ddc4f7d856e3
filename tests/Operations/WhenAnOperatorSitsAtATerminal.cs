using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Failures;
using Spectre.Console;
using Progress = CallRecording.Operations.CommandLine.Progress;

namespace CallRecording.Tests.Operations;

/// <summary>A terminal gets tables and a bar; what is piped gets lines.</summary>
public sealed class WhenAnOperatorSitsAtATerminal : IDisposable
{
    private const string Arn =
        "arn:aws:states:us-east-1:000000000000:execution:dmg-inbound-callrecording-workflow:call-1-9926dff9140a947c";

    private readonly StringWriter shown = new();

    public void Dispose() => shown.Dispose();

    [Fact]
    public void Failures_are_counted_in_a_table()
    {
        using var terminal = AtATerminal();

        FailureCounts.Write([Failed("GetJobStatus"), Failed("JobFailed"), Failed("JobFailed")], terminal);

        Assert.Equal(
            ["Calls|Failed state|Error", "2|JobFailed|JobClientError", "1|GetJobStatus|JobClientError"],
            shown.ToString().Split('\n').Where(line => line.Contains('│', StringComparison.Ordinal))
                .Select(line => string.Join(
                '|', line.Trim('│', ' ', '\r').Split('│', StringSplitOptions.TrimEntries))));
    }

    [Theory]
    [InlineData("\u001b[2Jgone")]
    [InlineData("[red]a[/]")]
    [InlineData("a\nb")]
    public void Foreign_text_is_neither_markup_nor_a_command(string foreign)
    {
        using var terminal = AtATerminal();

        FailureCounts.Write([Failed(foreign)], terminal);

        Assert.Equal(5, shown.ToString().TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("\u001b[2J", shown.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            foreign.Contains("[red]", StringComparison.Ordinal),
            shown.ToString().Contains("[red]a[/]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_has_a_bar_and_what_is_said_meanwhile_stays_on_its_line()
    {
        await using var terminal = AtATerminal();
        var done = new List<int>();

        await Progress.ForEachAsync([1, 2, 3], terminal, async one =>
        {
            done.Add(one);
            await terminal.WriteLineAsync(Arn);
        });

        Assert.Equal([1, 2, 3], done);
        Assert.Equal(3, shown.ToString().Split(Arn).Length - 1);
        Assert.Contains("100%", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_piped_gets_a_line_for_each_tenth()
    {
        await using var piped = new Terminal(shown);

        FailureCounts.Write([Failed("JobFailed")], piped);
        await Progress.ForEachAsync(Enumerable.Range(0, 20).ToList(), piped, _ => Task.CompletedTask);

        Assert.Equal(
            ["       1  JobFailed: JobClientError", .. Enumerable.Range(1, 10).Select(tenth => $"  {2 * tenth} of 20")],
            shown.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static FailedCall Failed(string state) => new("call-1", 0, state, "JobClientError", "cause", Arn, null);

    private Terminal AtATerminal() => new(shown, AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(shown),
    }));
}
