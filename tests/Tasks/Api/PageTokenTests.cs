using CallRecording.Tasks.Api;
using CallRecording.Tasks.Api.Queries;
using CsCheck;

namespace CallRecording.Tests.Tasks.Api;

public sealed class PageTokenTests
{
    private static readonly PageToken Tokens = new(TestApi.TokenKey);

    private static readonly Gen<(string Question, string Position)> Pages =
        Gen.Select(
            Gen.String, Gen.Char['0', '~'].Array[0, 60], (question, position) => (question, new string(position)));

    [Fact]
    public void A_token_says_where_its_page_starts() => Pages.Sample(page =>
        Assert.Equal(page.Position, Tokens.Read(page.Question, Tokens.Of(page.Question, page.Position))));

    [Fact]
    public void Of_another_question_it_is_none() => Gen.Select(Pages, Gen.String).Sample((page, other) =>
    {
        Assert.True(other == page.Question || IsRefused(other, Tokens.Of(page.Question, page.Position)));
    });

    [Fact]
    public void A_changed_one_is_none() => Gen.Select(Pages, Gen.Int[0, 10_000], Gen.Char['-', 'z']).Sample(
        (page, at, letter) =>
        {
            var token = Tokens.Of(page.Question, page.Position);
            var changed = token.ToCharArray();
            changed[at % changed.Length] = letter;
            Assert.True(new string(changed) == token || IsRefused(page.Question, new string(changed)));
        });

    [Fact]
    public void One_that_is_cut_or_longer_is_none() => Gen.Select(Pages, Gen.Int[0, 10_000]).Sample((page, at) =>
    {
        var token = Tokens.Of(page.Question, page.Position);
        Assert.True(IsRefused(page.Question, token[..(at % token.Length)]));
        Assert.True(IsRefused(page.Question, token + "A"));
    });

    [Fact]
    public void One_that_is_signed_with_another_key_is_none()
    {
        var others = new PageToken([.. TestApi.TokenKey.Reverse()]);

        Assert.True(IsRefused("question", others.Of("question", "position")));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() => Gen.String.Sample(text =>
        Assert.True(Record.Exception(() => Tokens.Read("question", text)) is null or ApiProblemException));

    private static bool IsRefused(string question, string token) =>
        Record.Exception(() => Tokens.Read(question, token)) is ApiProblemException { StatusCode: 400 };
}
