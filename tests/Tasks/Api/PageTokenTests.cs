using System.Buffers.Text;
using System.Text;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Aws;
using CsCheck;

namespace CallRecording.Tests.Tasks.Api;

public sealed class PageTokenTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_token_names_the_item_it_was_made_of() =>
        Gen.Long[0, 253402300799].Sample(seconds =>
            PageToken.Read(PageToken.Of(new CallItemKey(Hash, seconds))) == new CallItemKey(Hash, seconds));

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    public void What_this_API_never_gave_is_refused(string token) =>
        Assert.Equal(400, Assert.Throws<ApiProblemException>(() => PageToken.Read(token)).StatusCode);

    [Theory]
    [InlineData("1." + Hash + ".x")]
    [InlineData("-1." + Hash)]
    [InlineData("1.0123456789ABCDEF0123456789abcdef")]
    [InlineData("1." + Hash + "0")]
    public void A_token_of_another_shape_is_refused(string text) =>
        Assert.Throws<ApiProblemException>(
            () => PageToken.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() =>
        Gen.String.Sample(text =>
        {
            var problem = Record.Exception(() => PageToken.Read(text));
            return problem is null or ApiProblemException;
        });
}
