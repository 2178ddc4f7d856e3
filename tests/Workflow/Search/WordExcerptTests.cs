using CallRecording.Workflow.Results;
using CallRecording.Workflow.Search;
using CsCheck;

namespace CallRecording.Tests.Workflow.Search;

/// <summary>What the index shows around a word of a transcript.</summary>
public sealed class WordExcerptTests
{
    private static readonly CallResults Nothing = new();

    private const int MaxCharacters = 160;

    private const string Sentence = "I have waited for my parcel for ten days and nobody could tell me where it is. "
        + "Now I want a refund, and I want it today, or I will take my business to somebody else "
        + "who can be bothered to answer the phone.";

    [Fact]
    public void A_short_text_is_taken_whole() =>
        Assert.Equal("A refund, please.", Around("A refund, please.", "refund"));

    [Theory]
    [InlineData(
        "parcel",
        "I have waited for my parcel for ten days and nobody could tell me where it is. Now I want a refund, and I "
            + "want it today, or I will take my business to…")]
    [InlineData(
        "refund",
        "…ten days and nobody could tell me where it is. Now I want a refund, and I want it today, or I will take my "
            + "business to somebody else who can be bothered to…")]
    [InlineData(
        "phone",
        "…could tell me where it is. Now I want a refund, and I want it today, or I will take my business to somebody "
            + "else who can be bothered to answer the phone.")]
    public void A_long_one_is_cut_at_borders_of_words(string word, string expected) =>
        Assert.Equal(expected, Around(Sentence, word));

    [Fact]
    public void It_is_a_part_of_the_text_with_the_word_in_it() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[0, 400]).Sample((one, other, gap) =>
        {
            var text = one + new string('a', gap % 90) + " " + other + " " + new string('b', gap);
            foreach (var word in SearchWords.In(text).DistinctBy(word => word.Text))
            {
                var excerpt = Around(text, word.Text);

                Assert.InRange(excerpt.Length, 1, MaxCharacters);
                Assert.Contains(
                    text.Substring(word.Start, Math.Min(word.Length, 100)), excerpt, StringComparison.Ordinal);
                Assert.Contains(
                    excerpt.Length == text.Length ? excerpt : excerpt.Trim('…'), text, StringComparison.Ordinal);
            }
        });

    private static string Around(string text, string word) =>
        CallWords.Of("0", Nothing with { Transcript = text }).Words.Single(one => one.Text == word).Excerpt!;
}
