using CallRecording.Tasks.Api;

namespace CallRecording.Tests.Tasks.Api;

public sealed class AllowedOriginsTests
{
    private const string Ours = "https://calls.example.com";
    private const string Other = "https://other.example.com";

    [Theory]
    [InlineData("none", Ours, null, null)]
    [InlineData("none", null, null, null)]
    [InlineData("*", Other, "*", null)]
    [InlineData("*", null, "*", null)]
    [InlineData(Ours, Ours, Ours, "Origin")]
    [InlineData(Ours + " " + Other, Other, Other, "Origin")]
    [InlineData(Ours, Other, null, "Origin")]
    [InlineData(Ours, Ours + ".evil.example", null, "Origin")]
    [InlineData(Ours, "HTTPS://CALLS.EXAMPLE.COM", null, "Origin")]
    [InlineData(Ours, "null", null, "Origin")]
    [InlineData(Ours, null, null, "Origin")]
    public void Only_an_allowed_origin_is_told_that_it_may_read(
        string allowed, string? origin, string? told, string? vary)
    {
        var answer = AllowedOrigins.Parse(allowed).Tell(ApiResponse.Problem(404, "No."), origin, "GET,OPTIONS");

        Assert.Equal(told, answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin"));
        Assert.Equal(vary, answer.Headers.GetValueOrDefault("Vary"));
        Assert.Equal(
            told is null ? null : "GET,OPTIONS", answer.Headers.GetValueOrDefault("Access-Control-Allow-Methods"));
        Assert.Equal(told is not null, answer.Headers.ContainsKey("Access-Control-Allow-Headers"));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }
}
