using System.Buffers;

namespace CallRecording.Workflow;

/// <summary>Foreign text that a terminal or a spreadsheet shows as it is, and does not obey.</summary>
public static class PlainText
{
    private const char Replacement = '\uFFFD';

    // C0 with DEL and C1, the separators of lines and paragraphs, and what turns the direction of all that follows.
    private static readonly string Unplain = string.Concat(
        Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsControl))
        + "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> InLines = SearchValues.Create(Unplain);

    private static readonly SearchValues<char> InCells = SearchValues.Create([.. Unplain.Except("\t\n\r")]);

    /// <summary>On one line: each control character becomes U+FFFD.</summary>
    public static string Line(string text) => Replaced(text, InLines);

    /// <summary>The same, with its tabs and line breaks.</summary>
    public static string Cell(string text) => Replaced(text, InCells);

    private static string Replaced(string text, SearchValues<char> unplain) =>
        text.AsSpan().ContainsAny(unplain)
            ? string.Create(text.Length, (text, unplain), static (span, from) =>
                from.text.AsSpan().ReplaceAny(span, from.unplain, Replacement))
            : text;
}
