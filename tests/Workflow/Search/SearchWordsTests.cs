using CallRecording.Workflow.Search;
using CsCheck;

namespace CallRecording.Tests.Workflow.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("I want a Refund, now!", "i want a refund now")]
    [InlineData("don't", "dont")]
    [InlineData("the agents' desks 'quoted'", "the agents desks quoted")]
    [InlineData("l\u2019été", "lete")]
    [InlineData("CAFÉ cafe\u0301 Straße Łódź", "cafe cafe strasse lodz")]
    [InlineData("4.50 pounds", "4 50 pounds")]
    [InlineData("返金please", "返 金 please")]
    [InlineData("ελλάδα Привет", "ελλάδα привет")]
    [InlineData("a\uD800b", "a b")]
    public void A_text_is_taken_apart(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchWords.In(text).Select(word => word.Text)));

    [Fact]
    public void Words_say_where_they_are()
    {
        const string Text = "Oh, don't!";

        var words = SearchWords.In(Text).ToList();

        Assert.Equal(["Oh", "don't"], words.Select(word => Text.Substring(word.Start, word.Length)));
    }

    [Fact]
    public void A_long_word_is_cut_and_still_found()
    {
        var longer = new string('x', SearchWords.MaxCharacters + 1);

        Assert.Equal(SearchWords.In(longer + "y").Single().Text, SearchWords.In(longer).Single().Text);
    }

    [Fact]
    public void Every_word_of_every_text_lies_in_it_and_is_found_by_itself() => Gen.String.Sample(text =>
    {
        var end = 0;
        foreach (var word in SearchWords.In(text))
        {
            Assert.InRange(word.Start, end, text.Length);
            end = word.Start + word.Length;
            Assert.InRange(end, word.Start + 1, text.Length);
            Assert.InRange(word.Text.Length, 1, SearchWords.MaxCharacters);
            Assert.Equal(word.Text, SearchWords.In(word.Text).Single().Text);
        }
    });

    [Fact]
    public void A_category_is_spelt_as_no_word_can_be()
    {
        Assert.Equal("category:tech support", SearchWords.OfCategory(" Tech-Support "));
        Assert.Equal("category:", SearchWords.OfCategory("?!"));
    }
}
