namespace CallRecording.Workflow.Search;

/// <summary>Some words around a word of a text, as they are there.</summary>
internal static class WordExcerpt
{
    public const int MaxCharacters = 160;

    private const string Ellipsis = "\u2026";
    private const int CharactersBefore = 60;
    private const int MaxBetweenEllipses = MaxCharacters - 2;

    public static string Around(string text, SearchWord word)
    {
        if (text.Length <= MaxCharacters)
        {
            return text;
        }

        var before = Math.Clamp(MaxBetweenEllipses - word.Length, 0, CharactersBefore);
        var from = Math.Clamp(word.Start - before, 0, text.Length - MaxBetweenEllipses);
        from = from == 0 ? 0 : AfterSpace(text, from, word.Start);
        var max = Math.Min(text.Length, from + MaxBetweenEllipses);
        var to = max == text.Length ? max : BeforeSpace(text, max, word.Start + word.Length);
        return (from > 0 ? Ellipsis : "") + text[from..to] + (to < text.Length ? Ellipsis : "");
    }

    // At a border of words, or, where there is none before the word itself, at one of characters.
    private static int AfterSpace(string text, int from, int wordStart)
    {
        for (var at = from; at <= wordStart; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private static int BeforeSpace(string text, int to, int wordEnd)
    {
        for (var at = to; at >= wordEnd; at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }
}
