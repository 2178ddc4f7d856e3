using System.Net;

namespace CallRecording.Tests.Local.Web;

public sealed class WhenThePageIsAsked
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "text/html", "<h1>Calls</h1>")]
    [InlineData("/index.html", "text/html", "<h1>Calls</h1>")]
    [InlineData("/parts/list.mjs", "text/javascript", "export {};")]
    public async Task Its_files_come_with_their_type_and_strict_headers(string path, string type, string content)
    {
        await using var front = await RunningWebServer.StartAsync("{}");

        using var response = await front.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(content, await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'; ",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        Assert.Empty(front.Functions.Events);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/missing.html")]
    public async Task The_browser_is_told_to_refuse_what_is_not_the_pages_own(string path)
    {
        await using var front = await RunningWebServer.StartAsync("{}");

        using var response = await front.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(
            ["base-uri 'none'", "connect-src 'self'", "default-src 'none'", "form-action 'none'",
                "frame-ancestors 'none'", "img-src 'self' data:", "media-src 'self'", "script-src 'self'",
                "style-src 'self'"],
            response.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Order(StringComparer.Ordinal));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["no-cache"], response.Headers.GetValues("Cache-Control"));
    }

    [Theory]
    [InlineData(null, "false")]
    [InlineData("uploads", "true")]
    public async Task Its_configuration_offers_uploads_where_a_function_takes_them(string? function, string offered)
    {
        await using var front = await RunningWebServer.StartAsync(
            _ => Task.FromResult("{}"), uploadsFunction: function);

        using var response = await front.Http.GetAsync(new Uri("/config.json", UriKind.Relative), Cancellation);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["no-cache"], response.Headers.GetValues("Cache-Control"));
        Assert.Equal(
            """{"auth":"none","signIn":"","clientId":"","uploads":"""
            + $$"""{{offered}},"executionAddress":"executions#{arn}"}""",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/parts/")]
    [InlineData("/parts")]
    [InlineData("/missing.html")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/analyticsx")]
    public async Task Nothing_else_is_there(string path)
    {
        await using var front = await RunningWebServer.StartAsync("{}");

        using var response = await front.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Not found", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recordings_may_be_played_from_where_the_API_redirects_to()
    {
        await using var front = await RunningWebServer.StartAsync(
            _ => Task.FromResult("{}"), audioOrigin: new("http://127.0.0.1:4566/x"));

        using var response = await front.Http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.EndsWith(
            "media-src 'self' http://127.0.0.1:4566",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var front = await RunningWebServer.StartAsync("{}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "calls.example";

        using var response = await front.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
