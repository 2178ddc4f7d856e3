using System.Text;
using CallRecording.Workflow.Results;

namespace CallRecording.Workflow.Search;

/// <summary>What of one call the index of words has: its categories, and each distinct word of its texts, what was
/// summarised before what was said.</summary>
/// <param name="Words">Each with a text of its own.</param>
/// <param name="NotIndexed">How many more there are: past the bounds they are left out, and counted.</param>
public sealed record CallWords(IReadOnlyList<CallWord> Words, int NotIndexed)
{
    /// <summary>A call of four hours has about a third of it.</summary>
    public const int MaxWords = 10_000;

    /// <summary>Of all words together, in UTF-8: a list of them is one item of the database, which takes 400
    /// KB.</summary>
    public const int MaxBytes = 120_000;

    public static CallWords None { get; } = new([], 0);

    /// <summary>Of a call of which nothing is known yet but its id, whatever becomes of it.</summary>
    public static CallWords OfCallId(string callId)
    {
        var words = new OrderedDictionary<string, CallWord>(StringComparer.Ordinal);
        foreach (var word in SearchWords.In(callId))
        {
            words.TryAdd(word.Text, Written(word, WordSource.CallId, callId));
        }

        return Bounded(words.Values);
    }

    public static CallWords Of(string callId, CallResults results)
    {
        var spoken = SpokenWords.Of(results);
        var all = new OrderedDictionary<string, CallWord>(StringComparer.Ordinal);
        foreach (var category in results.CallCategories.Select(SearchWords.OfCategory))
        {
            if (category != SearchWords.NoCategory)
            {
                all.TryAdd(category, new CallWord(category, WordSource.CallCategories, null, null));
            }
        }

        foreach (var (source, text) in WrittenTexts(callId, results))
        {
            foreach (var word in SearchWords.In(text))
            {
                if (!all.ContainsKey(word.Text))
                {
                    // A hit that was spoken can be played.
                    all.Add(word.Text, spoken.GetValueOrDefault(word.Text) ?? Written(word, source, text));
                }
            }
        }

        foreach (var (text, word) in spoken)
        {
            all.TryAdd(text, word);
        }

        return Bounded(all.Values);
    }

    private static IEnumerable<(string Source, string Text)> WrittenTexts(string callId, CallResults results) =>
    [
        (WordSource.CallId, callId),
        (WordSource.CallSummary, results.CallSummary ?? ""),
        (WordSource.AudioSummary, results.AudioSummary ?? ""),
        .. results.TopicSummaries.Select(topic => (WordSource.TopicSummary, topic.Summary ?? "")),
        .. results.Topics.Select(topic => (WordSource.Topics, topic)),
        .. results.CallCategories.Select(category => (WordSource.CallCategories, category)),
    ];

    private static CallWord Written(SearchWord word, string source, string text) =>
        new(word.Text, source, null, WordExcerpt.Around(text, word));

    private static CallWords Bounded(OrderedDictionary<string, CallWord>.ValueCollection words)
    {
        var bytes = 0;
        var kept = words
            .Take(MaxWords)
            .TakeWhile(word => (bytes += Encoding.UTF8.GetByteCount(word.Text) + 1) <= MaxBytes)
            .ToList();
        return new CallWords(kept, words.Count - kept.Count);
    }
}
