using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Local.Web;

public sealed class WhenAnswersAreCompressed
{
    private const string Transcript = "We moved house, and the meter moved with us. Zoë says: möglich.\n";

    private static readonly string Body = string.Concat(Enumerable.Repeat(Transcript, 200));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json; charset=utf-8", "gzip")]
    [InlineData("application/json; charset=utf-8", "gzip, deflate, br, zstd")]
    [InlineData("application/x-ndjson; charset=utf-8", "gzip")]
    [InlineData("text/csv; charset=utf-8", "gzip")]
    public async Task Who_takes_gzip_gets_less_that_means_the_same(string contentType, string accepted)
    {
        await using var front = await RunningWebServer.StartAsync(Answer(200, Body, contentType));

        using var answer = await AskAsync(front, "/analytics", accepted);

        var sent = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["\"tag\""], answer.Headers.GetValues("ETag"));
        Assert.InRange(sent.Length, 1, Body.Length / 10);
        Assert.Equal(Body, Unzipped(sent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("br")]
    [InlineData("gzip;q=0")]
    public async Task Who_takes_no_gzip_gets_the_answer_as_it_is(string? accepted)
    {
        await using var front = await RunningWebServer.StartAsync(Answer(200, Body, "application/json"));

        using var answer = await AskAsync(front, "/analytics", accepted);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(Body, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task What_is_kept_on_the_way_is_kept_for_those_who_take_the_same(string accepted)
    {
        await using var front = await RunningWebServer.StartAsync(Answer(200, Body, "application/json"));

        using var answer = await AskAsync(front, "/analytics", accepted);

        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData(304, "", "application/json")]
    [InlineData(200, "sound", "audio/mpeg")]
    public async Task Nothing_and_what_is_no_text_stay_as_they_are(int statusCode, string body, string contentType)
    {
        await using var front = await RunningWebServer.StartAsync(Answer(statusCode, body, contentType));

        using var answer = await AskAsync(front, "/analytics", "gzip");

        Assert.Equal((HttpStatusCode)statusCode, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    // They come from the same machine: it would only cost time.
    [Theory]
    [InlineData("/index.html")]
    [InlineData("/parts/list.mjs")]
    public async Task Files_of_the_page_stay_as_they_are(string path)
    {
        await using var front = await RunningWebServer.StartAsync("{}");

        using var answer = await AskAsync(front, path, "gzip");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private static string Answer(int statusCode, string body, string contentType) => new JsonObject
    {
        ["statusCode"] = statusCode,
        ["headers"] = new JsonObject { ["Content-Type"] = contentType, ["ETag"] = "\"tag\"" },
        ["body"] = body,
    }.ToJsonString();

    private static async Task<HttpResponseMessage> AskAsync(RunningWebServer front, string path, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Encoding", accepted);
        }

        return await front.Http.SendAsync(request, Cancellation);
    }

    private static string Unzipped(byte[] sent)
    {
        using var unzip = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        using var text = new StreamReader(unzip, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
