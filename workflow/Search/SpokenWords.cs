using CallRecording.Workflow.Results;

namespace CallRecording.Workflow.Search;

/// <summary>The words of a call's transcript, each where it is first spoken.</summary>
internal static class SpokenWords
{
    public static OrderedDictionary<string, CallWord> Of(CallResults results)
    {
        var spoken = new OrderedDictionary<string, CallWord>(StringComparer.Ordinal);
        var times = results.Words.ToLookup(word => word.SegmentIndex);
        foreach (var segment in results.Segments)
        {
            Add(spoken, segment.Text, Times(times[segment.Index]), segment.StartMillis);
        }

        // Without segments all of it is here; with them, what they may lack.
        Add(spoken, results.Transcript, [], segmentStart: null);
        return spoken;
    }

    private static void Add(
        OrderedDictionary<string, CallWord> spoken, string text, Dictionary<string, long> times, long? segmentStart)
    {
        foreach (var word in SearchWords.In(text))
        {
            if (!spoken.ContainsKey(word.Text))
            {
                var at = times.TryGetValue(word.Text, out var time) ? time : segmentStart;
                spoken.Add(
                    word.Text, new CallWord(word.Text, WordSource.Transcript, at, WordExcerpt.Around(text, word)));
            }
        }
    }

    /// <summary>When each word of one segment is first said.</summary>
    private static Dictionary<string, long> Times(IEnumerable<Word> words)
    {
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.StartMillis is { } start)
            {
                foreach (var part in SearchWords.In(word.Content))
                {
                    times.TryAdd(part.Text, start);
                }
            }
        }

        return times;
    }
}
