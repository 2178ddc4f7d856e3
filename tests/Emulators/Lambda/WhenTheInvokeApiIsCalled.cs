using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CallRecording.Tests.Emulators.Lambda;

public sealed class WhenTheInvokeApiIsCalled
{
    private const string Path = "2015-03-31/functions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("probe")]
    [InlineData("probe:$LATEST")]
    [InlineData("000000000000:function:probe")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:probe")]
    [InlineData("arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Aprobe")]
    public async Task The_function_answers_under_each_of_its_names(string name)
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        using var response = await PostAsync(http, name, """{"do":"answer","answer":[1]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("[1]", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("$LATEST", Header(response, "x-amz-executed-version"));
        Assert.Null(Header(response, "x-amz-function-error"));
    }

    [Fact]
    public async Task A_functions_error_is_a_success_with_a_header()
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        using var response = await PostAsync(http, "probe", """{"do":"throw"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", Header(response, "x-amz-function-error"));
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("SomethingException", error.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task The_last_lines_come_along_when_asked_for()
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        using var response = await PostAsync(
            http, "probe", """{"do":"print","lines":["one","two"]}""", ("X-Amz-Log-Type", "Tail"));

        var log = Encoding.UTF8.GetString(Convert.FromBase64String(Header(response, "x-amz-log-result")!));
        Assert.Equal("one\ntwo\n", log);
    }

    [Theory]
    [InlineData("other", "{}", "", 404, "ResourceNotFoundException")]
    [InlineData("probe:7", "{}", "", 404, "ResourceNotFoundException")]
    [InlineData("probe", "{", "", 400, "InvalidRequestContentException")]
    [InlineData("probe", "{}", "Later", 400, "InvalidParameterValueException")]
    public async Task A_refusal_is_in_Lambdas_words(string name, string payload, string type, int status, string error)
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        using var response = await PostAsync(http, name, payload, ("X-Amz-Invocation-Type", type));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, Header(response, "x-amzn-ErrorType"));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.NotEmpty(body.GetProperty("Message").GetString()!);
    }

    [Fact]
    public async Task An_event_is_accepted_at_once_and_run()
    {
        await using var functions = await TestFunctions.StartAsync();
        await using var point = await MeetingPoint.OpenAsync();
        using var http = Client(functions);

        using var response = await PostAsync(
            http, "probe", $$"""{"do":"meet","url":"{{point.Url}}"}""", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await point.ArrivedAsync(1);
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        using var response = await PostAsync(http, "probe", "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, functions.Host.ProcessCount(TestFunctions.Name));
    }

    [Fact]
    public async Task Functions_can_be_listed_and_described()
    {
        await using var functions = await TestFunctions.StartAsync();
        using var http = Client(functions);

        var list = await http.GetFromJsonAsync<JsonElement>(Path, Cancellation);
        var one = await http.GetFromJsonAsync<JsonElement>(Path + "/probe", Cancellation);

        Assert.Equal("probe", list.GetProperty("Functions")[0].GetProperty("FunctionName").GetString());
        Assert.Equal(90, one.GetProperty("Configuration").GetProperty("Timeout").GetInt32());
    }

    private static HttpClient Client(TestFunctions functions) => new() { BaseAddress = functions.Host.Endpoint };

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient http, string name, string payload, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/{name}/invocations")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        foreach (var header in headers)
        {
            request.Headers.Add(header.Name, header.Value);
        }

        return await http.SendAsync(request, Cancellation);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
