namespace CallRecording.Tasks.Words;

/// <summary>The table of words: one row for each word of each call, the newest call of a word last. Beside the words of
/// calls it has one row for each call that lists them, so that a later result can take them back.</summary>
internal static class WordAttributes
{
    /// <summary>Hash key: a word as <c>workflow/Search</c> spells it, or a category.</summary>
    public const string Word = "word";

    /// <summary>Range key: <see cref="CallSortKey"/>.</summary>
    public const string Call = "call";

    /// <summary>Where the word is first said, in milliseconds; absent where there are no times.</summary>
    public const string AtMillis = "at_millis";

    /// <summary>Some words around it.</summary>
    public const string Excerpt = "excerpt";

    /// <summary>The item's attribute that has it first: transcript before the summaries.</summary>
    public const string FoundIn = "found_in";

    /// <summary>What a row that lists a call's words has in the place of a word: no word has a '#'.</summary>
    public const string WordsOfCalls = "#words-of";

    /// <summary>Of such a row: the words, one in each line, in UTF-8, with gzip.</summary>
    public const string Words = "words";

    /// <summary>Of such a row: counts who wrote it.</summary>
    public const string Revision = "revision";
}
