using CallRecording.Workflow.Results;
using CallRecording.Workflow.Search;
using CsCheck;

namespace CallRecording.Tests.Workflow.Search;

public sealed class CallWordsTests
{
    private const string CallId = "call-1";

    private static readonly CallResults Nothing = new();

    // Few words, so that they come again; some with accents, joined, or of a script without spaces.
    private static readonly string[] Vocabulary =
        ["the", "Refund", "refund", "café", "Cafe", "don't", "4.50", "返金", "ten-day", "x1", "Łódź", "ok,"];

    private static readonly Gen<string> Word = Gen.Int[0, Vocabulary.Length - 1].Select(index => Vocabulary[index]);

    private static readonly Gen<string> Text = Word.Array[0, 60].Select(words => string.Join(' ', words));

    private static readonly Gen<CallResults> Results =
        from said in Word.Array[0, 40].Array[0, 6]
        from summary in Text
        from audioSummary in Text
        from topicSummary in Text
        from topics in Text.Array[0, 3]
        from categories in Text.Array[0, 3]
        select Spoken(said) with
        {
            CallSummary = summary,
            AudioSummary = audioSummary,
            TopicSummaries = [new TopicSummary(0, null, null, topicSummary, [])],
            Topics = topics,
            CallCategories = categories,
        };

    [Fact]
    public void Every_word_of_every_text_is_there_once() => Results.Sample(results =>
    {
        var words = CallWords.Of(CallId, results);

        Assert.Equal(0, words.NotIndexed);
        Assert.Equal(
            Texts(results).SelectMany(SearchWords.In).Select(word => word.Text)
                .Concat(results.CallCategories.Select(SearchWords.OfCategory))
                .Where(word => word != SearchWords.NoCategory)
                .Distinct()
                .Order(StringComparer.Ordinal),
            words.Words.Select(word => word.Text).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void A_spoken_word_has_the_time_and_the_segment_in_which_it_is_first_said() => Results.Sample(results =>
    {
        var words = CallWords.Of(CallId, results).Words.ToDictionary(word => word.Text, StringComparer.Ordinal);

        var first = results.Words
            .SelectMany(word => SearchWords.In(word.Content).Select(part => (part.Text, Word: word)))
            .DistinctBy(pair => pair.Text);
        Assert.All(first, pair =>
        {
            var word = words[pair.Text];
            Assert.Equal((WordSource.Transcript, pair.Word.StartMillis), (word.FoundIn, word.AtMillis));
            Assert.Contains(
                word.Excerpt!.Trim('…'),
                // The generator's words all say in which segment they are.
                results.Segments[pair.Word.SegmentIndex!.Value].Text,
                StringComparison.Ordinal);
        });
    });

    [Fact]
    public void An_excerpt_is_short_and_has_the_word() => Results.Sample(results => Assert.All(
        CallWords.Of(CallId, results).Words.Where(word => word.Excerpt is not null),
        word =>
        {
            Assert.InRange(word.Excerpt!.Length, 1, 160);
            Assert.Contains(word.Text, SearchWords.In(word.Excerpt).Select(part => part.Text));
            Assert.Contains(Texts(results), text => text.Contains(word.Excerpt.Trim('…'), StringComparison.Ordinal));
        }));

    [Fact]
    public void A_word_that_is_also_spoken_is_found_where_it_is_spoken()
    {
        var words = Of(Spoken(["A", "refund", "please."]) with { CallSummary = "A refund was granted." });

        Assert.Equal(new CallWord("refund", "transcript", 1000, "A refund please."), words["refund"]);
        Assert.Equal(new CallWord("granted", "call_summary", null, "A refund was granted."), words["granted"]);
        Assert.Equal(new CallWord("call", "call_id", null, "call-1"), words["call"]);
    }

    [Fact]
    public void Without_words_with_times_the_time_is_the_segments()
    {
        var results = Spoken(["Hello", "there."], ["Goodbye."]);

        var words = Of(results with { Words = [.. results.Words.Select(word => word with { StartMillis = null })] });

        Assert.Equal(0, words["there"].AtMillis);
        Assert.Equal(2000, words["goodbye"].AtMillis);
    }

    [Fact]
    public void Without_segments_the_words_are_the_transcripts()
    {
        var words = Of(Nothing with { Transcript = "Hello there." });

        Assert.Equal(new CallWord("there", "transcript", null, "Hello there."), words["there"]);
    }

    [Fact]
    public void What_the_segments_lack_is_taken_from_the_transcript()
    {
        var words = Of(Spoken(["Hello."]) with { Transcript = "Hello. Goodbye." });

        Assert.Equal(0, words["hello"].AtMillis);
        Assert.Equal(new CallWord("goodbye", "transcript", null, "Hello. Goodbye."), words["goodbye"]);
    }

    [Fact]
    public void A_category_is_there_as_a_whole_and_by_its_words()
    {
        var words = Of(Nothing with { CallCategories = ["Tech Support", "tech-support", "?!"] });

        Assert.Equal(
            ["category:tech support", "call", "1", "tech", "support"],
            words.Values.Select(word => word.Text));
        Assert.Equal(
            new CallWord("category:tech support", "call_categories", null, null), words["category:tech support"]);
    }

    [Theory]
    [InlineData(CallWords.MaxWords - 2, 0)]
    [InlineData(CallWords.MaxWords - 1, 1)]
    [InlineData(CallWords.MaxWords + 500, 502)]
    public void Past_the_bound_words_are_left_out_and_counted_the_last_ones_first(int spoken, int notIndexed)
    {
        var text = string.Join(' ', Enumerable.Range(10_000, spoken));

        var words = CallWords.Of(CallId, Nothing with { Transcript = text });

        Assert.Equal(notIndexed, words.NotIndexed);
        Assert.Equal(2 + spoken - notIndexed, words.Words.Count);
        Assert.Equal(["call", "1", "10000"], words.Words.Take(3).Select(word => word.Text));
    }

    [Fact]
    public void The_list_of_words_is_bounded_in_bytes_too()
    {
        var text = string.Join(' ', Enumerable.Range(0, 4000).Select(number => $"{number:D4}{new string('ж', 30)}"));

        var words = CallWords.Of("1", Nothing with { Transcript = text });

        // The call id and a line's end; then 4 digits, 30 letters of two bytes and a line's end each.
        Assert.Equal(1 + ((CallWords.MaxBytes - 2) / 65), words.Words.Count);
        Assert.Equal(4001 - words.Words.Count, words.NotIndexed);
    }

    [Fact]
    public void A_word_longer_than_an_excerpt_begins_it()
    {
        var words = Of(Nothing with { Transcript = "See " + new string('x', 500) + " there." });

        Assert.Equal(160, words[new string('x', SearchWords.MaxCharacters)].Excerpt!.Length);
        Assert.StartsWith("…xxx", words[new string('x', SearchWords.MaxCharacters)].Excerpt, StringComparison.Ordinal);
    }

    private static Dictionary<string, CallWord> Of(CallResults results) =>
        CallWords.Of(CallId, results).Words.ToDictionary(word => word.Text, StringComparer.Ordinal);

    private static IEnumerable<string> Texts(CallResults results) =>
    [
        CallId, results.CallSummary ?? "", results.AudioSummary ?? "",
        .. results.TopicSummaries.Select(topic => topic.Summary ?? ""),
        .. results.Topics, .. results.CallCategories, results.Transcript, .. results.Segments.Select(one => one.Text),
    ];

    /// <summary>One segment for each list of words, one word a second.</summary>
    private static CallResults Spoken(params string[][] said)
    {
        var (segments, words) = (new List<Segment>(), new List<Word>());
        foreach (var (index, of) in said.Index())
        {
            segments.Add(new(
                index, words.Count * 1000, null, string.Join(' ', of), "spk_0", null, null, []));
            foreach (var word in of)
            {
                words.Add(new(word, words.Count * 1000, null, index));
            }
        }

        return Nothing with
        {
            Segments = segments,
            Words = words,
            Transcript = string.Join(' ', segments.Select(segment => segment.Text)),
        };
    }
}
