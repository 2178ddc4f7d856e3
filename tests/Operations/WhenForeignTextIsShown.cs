using Amazon.SQS.Model;
using CallRecording.Operations;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.DeadLetters;
using CallRecording.Operations.Failures;

namespace CallRecording.Tests.Operations;

/// <summary>Call ids, keys and errors are other people's: none of them may command a terminal, hide what comes before,
/// or make up a line.</summary>
public sealed class WhenForeignTextIsShown
{
    [Theory]
    [InlineData("\u001b[2Jgone")]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("a\0b\u007f")]
    [InlineData("a\u009b2Jb\u0085")]
    [InlineData("a\u2028b\u2029")]
    [InlineData("a\u202Egnp.exe\u2066")]
    public async Task It_stays_on_its_line_without_control_characters(string foreign)
    {
        await using var shown = new StringWriter();
        await using var terminal = new Terminal(shown);
        var call = new FailedCall(foreign, 0, foreign, foreign, foreign, foreign, foreign);

        terminal.Write(foreign);
        terminal.WriteLine();
        terminal.WriteLine(foreign);
        await terminal.WriteLineAsync(call.ToLine());
        await terminal.WriteAsync(foreign.AsMemory(), TestContext.Current.CancellationToken);
        await terminal.WriteLineAsync();
        FailureCounts.Write([call], terminal);

        var lines = shown.ToString().Split(Environment.NewLine);
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain(line, IsControl));
    }

    [Fact]
    public async Task Nor_do_errors_hold_any()
    {
        await using var shown = new StringWriter();

        await CommandRunner.RunAsync(
            () => throw new CommandException("s3://bucket/a\u001b]0;b\n"), new Terminal(shown));

        Assert.Equal($"run: s3://bucket/a\uFFFD]0;b\uFFFD{Environment.NewLine}", shown.ToString());
    }

    [Fact]
    public void What_is_plain_stays_as_it_is()
    {
        const string Plain = "Grüße, \u05E9\u05DC\u05D5\u05DD\u200F, こんにちは 👩\u200D💻";
        using var shown = new StringWriter();
        using var terminal = new Terminal(shown);

        terminal.Write(Plain);

        Assert.Equal(Plain, shown.ToString());
    }

    [Fact]
    public void A_dead_letter_shows_its_call_id_and_none_of_its_other_words()
    {
        const string Body = """{"callId":"c-\u001b1","audioS3Uri":"sesame","metadata":{"note":"sesame"}}""";
        var letter = DeadLetter.Of(new Message { MessageId = "m", Body = Body, Attributes = [] });

        Assert.False(letter.CanBecomeACall);
        Assert.Contains(
            "  m  c- 1: callId holds a control character at position 3 of 4.", letter.ToLine(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", letter.ToText(DeadLetterFormat.Line), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", letter.ToText(DeadLetterFormat.Json), StringComparison.Ordinal);
        Assert.Contains("sesame", letter.ToText(DeadLetterFormat.JsonWithBody), StringComparison.Ordinal);
    }

    private static bool IsControl(char c) =>
        char.IsControl(c)
            || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
