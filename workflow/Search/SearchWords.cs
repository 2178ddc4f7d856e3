using System.Globalization;
using System.Text;

namespace CallRecording.Workflow.Search;

/// <summary>Takes texts apart into words, the same way when calls are indexed and when they are searched: letters and
/// digits, whatever their case and accents; an apostrophe joins. Scripts written without spaces are taken letter by
/// letter.</summary>
public static class SearchWords
{
    /// <summary>A longer word is cut, in texts and in questions alike, so that it is still found.</summary>
    public const int MaxCharacters = 64;

    /// <summary>What a category without letters and digits becomes: nothing is filed under it.</summary>
    public const string NoCategory = "category:";

    private const int MaxCategoryCharacters = 200;

    /// <summary>How a category is spelt in the index: no word of a text has a colon.</summary>
    public static string OfCategory(string category) =>
        Cut(NoCategory + string.Join(' ', In(category).Select(word => word.Text)), MaxCategoryCharacters);

    /// <summary>The words of a text in their order, repeated where they are.</summary>
    public static IEnumerable<SearchWord> In(string text)
    {
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsPart(rune))
            {
                if (word.Length > 0 && StandsAlone(rune))
                {
                    yield return Take(word, start, end);
                }

                start = word.Length == 0 ? at : start;
                end = at + length;
                word.Append(LetterFolding.Fold(rune));
                if (StandsAlone(rune))
                {
                    yield return Take(word, start, end);
                }
            }
            else if (word.Length > 0 && !(isRune && Joins(rune, text, at + length)))
            {
                yield return Take(word, start, end);
            }

            at += length;
        }

        if (word.Length > 0)
        {
            yield return Take(word, start, end);
        }
    }

    private static SearchWord Take(StringBuilder word, int start, int end)
    {
        var text = word.ToString();
        word.Clear();
        return new SearchWord(Cut(text, MaxCharacters), start, end - start);
    }

    // Never between the halves of a surrogate pair.
    private static string Cut(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];

    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune);

    // don't and l'été are one word; marks that a letter before carries belong to it.
    private static bool Joins(Rune rune, string text, int next) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || (rune.Value is '\'' or '\u2019'
            && Rune.TryGetRuneAt(text, Math.Min(next, text.Length - 1), out var after)
            && next < text.Length
            && IsPart(after));

    // Thai, Lao, Khmer, Burmese; kana; Han.
    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
