using System.Net;
using System.Text;
using System.Text.Json;
using CallRecording.Emulators.Lambda;
using CallRecording.Tests.Emulators.Node;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Local.Web;

public sealed class WhenTheApiIsAsked
{
    private const string Ok = """{"statusCode":200,"body":"{}"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/analytics", "/analytics", "null")]
    [InlineData("/analytics/ab12", "/analytics/{hash}", """{"hash":"ab12"}""")]
    [InlineData("/analytics/ab12/audio", "/analytics/{hash}/audio", """{"hash":"ab12"}""")]
    [InlineData("/analytics/ab12/segments", "/analytics/{hash}/segments", """{"hash":"ab12"}""")]
    [InlineData("/analytics/count", "/analytics/count", "null")]
    [InlineData("/analytics/uploads/complete", "/analytics/uploads/complete", "null")]
    public async Task The_function_gets_the_resource_and_its_parameters(string path, string resource, string parameters)
    {
        await using var front = await RunningWebServer.StartAsync(Ok);

        using var response = await front.Http.GetAsync(Relative(path), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var request = Assert.Single(front.Functions.Events);
        Assert.Equal(resource, request.GetProperty("resource").GetString());
        Assert.Equal(path, request.GetProperty("path").GetString());
        Assert.Equal(parameters, request.GetProperty("pathParameters").GetRawText());
        Assert.Equal(resource, request.GetProperty("requestContext").GetProperty("resourcePath").GetString());
        Assert.Equal("local", request.GetProperty("requestContext").GetProperty("stage").GetString());
        Assert.Equal(
            "127.0.0.1",
            request.GetProperty("requestContext").GetProperty("identity").GetProperty("sourceIp").GetString());
    }

    [Fact]
    public async Task The_function_gets_query_and_headers_singly_and_in_full()
    {
        await using var front = await RunningWebServer.StartAsync(Ok);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, Relative("/analytics?callId=a%2Fb&status=X&status=Y"));
        request.Headers.Add("X-Many", ["one", "two"]);

        using var response = await front.Http.SendAsync(request, Cancellation);

        var received = Assert.Single(front.Functions.Events);
        Assert.Equal("""{"callId":"a/b","status":"Y"}""", received.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal(
            """{"callId":["a/b"],"status":["X","Y"]}""",
            received.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.True(received.GetProperty("headers").TryGetProperty("X-Many", out _));
        Assert.True(received.GetProperty("multiValueHeaders").GetProperty("X-Many").GetArrayLength() > 0);
        Assert.Equal("null", received.GetProperty("body").GetRawText());
        Assert.False(received.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Theory]
    [InlineData("text \u00e4", false)]
    [InlineData("\u00ff\u00fe", true)]
    public async Task A_body_is_text_or_base64(string latin1, bool binary)
    {
        await using var front = await RunningWebServer.StartAsync(Ok);
        var body = binary ? Encoding.Latin1.GetBytes(latin1) : Encoding.UTF8.GetBytes(latin1);
        using var content = new ByteArrayContent(body);

        using var response = await front.Http.PostAsync(Relative("/analytics"), content, Cancellation);

        var received = Assert.Single(front.Functions.Events);
        Assert.Equal("POST", received.GetProperty("httpMethod").GetString());
        Assert.Equal(binary, received.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(binary ? Convert.ToBase64String(body) : latin1, received.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Every_method_is_the_functions_business(string method)
    {
        await using var front = await RunningWebServer.StartAsync("""{"statusCode":405,"body":"{}"}""");
        using var request = new HttpRequestMessage(new(method), Relative("/analytics"));

        using var response = await front.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(method, Assert.Single(front.Functions.Events).GetProperty("httpMethod").GetString());
    }

    [Fact]
    public async Task Status_headers_and_body_of_the_answer_are_the_responses()
    {
        await using var front = await RunningWebServer.StartAsync(
            """
            {"statusCode":302,"headers":{"Location":"http://127.0.0.1/x","X-Count":3,"X-Two":"no"},
             "multiValueHeaders":{"X-Two":["a","b"]},"body":"aGk=","isBase64Encoded":true}
            """);

        using var response = await front.Http.GetAsync(Relative("/analytics/ab/audio"), Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("http://127.0.0.1/x", response.Headers.Location?.OriginalString);
        Assert.Equal(["3"], response.Headers.GetValues("X-Count"));
        Assert.Equal(["a", "b"], response.Headers.GetValues("X-Two"));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("hi", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"body":"x"}""")]
    [InlineData("""{"statusCode":"abc"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":99999999999}""")]
    [InlineData("""{"statusCode":200,"body":{"a":1}}""")]
    [InlineData("""{"statusCode":200,"headers":[1]}""")]
    [InlineData("""{"statusCode":200,"headers":{"A":{}}}""")]
    [InlineData("""{"statusCode":200,"body":"%","isBase64Encoded":true}""")]
    public async Task A_malformed_answer_is_a_bad_gateway(string answer)
    {
        await using var front = await RunningWebServer.StartAsync(answer);

        await AssertSaysAsync(front, "/analytics", HttpStatusCode.BadGateway, "Internal server error");
    }

    [Fact]
    public async Task A_functions_error_is_a_bad_gateway()
    {
        await using var front = await RunningWebServer.StartAsync(Ok);
        front.Functions.FunctionError = "Unhandled";

        await AssertSaysAsync(front, "/analytics", HttpStatusCode.BadGateway, "Internal server error");
    }

    [Fact]
    public async Task A_refused_invocation_is_a_bad_gateway()
    {
        await using var front = await RunningWebServer.StartAsync(
            _ => throw new FunctionInvocationException("TooManyRequestsException", 429, "Rate Exceeded."));

        await AssertSaysAsync(front, "/analytics", HttpStatusCode.BadGateway, "Internal server error");
    }

    [Fact]
    public async Task A_function_slower_than_the_gateway_allows_is_a_gateway_timeout()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        await using var front = await RunningWebServer.StartAsync(
            _ =>
            {
                asked.SetResult();
                return never.Task;
            },
            time);

        var answer = AssertSaysAsync(front, "/analytics", HttpStatusCode.GatewayTimeout, "Endpoint request timed out");
        await asked.Task;
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(29));
                return answer.IsCompleted;
            },
            "the gateway gives up");
        await answer;
    }

    [Fact]
    public async Task A_path_that_is_no_resource_never_reaches_the_function()
    {
        await using var front = await RunningWebServer.StartAsync(Ok);

        await AssertSaysAsync(front, "/analytics/a/b/c", HttpStatusCode.Forbidden, "Missing Authentication Token");

        Assert.Empty(front.Functions.Events);
    }

    private static async Task AssertSaysAsync(
        RunningWebServer front, string path, HttpStatusCode status, string message)
    {
        using var response = await front.Http.GetAsync(Relative(path), Cancellation);
        var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(message, body.GetProperty("message").GetString());
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
