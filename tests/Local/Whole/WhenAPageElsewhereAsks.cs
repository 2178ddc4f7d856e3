using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Local.Resources;

namespace CallRecording.Tests.Local.Whole;

/// <summary>A page of another origin, open in the same browser: it may send what needs no preflight, and ask for the
/// rest.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenAPageElsewhereAsks(RunningStack stack)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly HttpClient Http = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Attacks
    {
        get
        {
            var attacks = new TheoryData<string, string, string>();
            foreach (var port in (string[])["web", "dynamodb", "messaging", "states", "bda", "lambda"])
            {
                attacks.Add(port, "Origin", "http://elsewhere.example");
                attacks.Add(port, "Origin", "null");
                attacks.Add(port, "Host", "elsewhere.example");
                attacks.Add(port, "Host", "127.0.0.1:1");
                attacks.Add(port, "Sec-Fetch-Site", "cross-site");
                attacks.Add(port, "Sec-Fetch-Site", "same-site");
            }

            return attacks;
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Every_port_refuses_it_whatever_it_asks(string port, string header, string value)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Options])
        {
            using var request = new HttpRequestMessage(method, Address(port));
            request.Headers.TryAddWithoutValidation(header, value);

            using var answer = await Http.SendAsync(request, Cancelled);

            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!;
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains($"'{value}', expected ", (string?)body["message"], StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("web")]
    [InlineData("dynamodb")]
    [InlineData("messaging")]
    [InlineData("states")]
    [InlineData("bda")]
    [InlineData("lambda")]
    public async Task Every_port_answers_by_each_of_its_own_names(string port)
    {
        foreach (var name in (string[])["127.0.0.1", "localhost"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address(port));
            request.Headers.Host = $"{name}:{Address(port).Port}";

            using var answer = await Http.SendAsync(request, Cancelled);

            Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_its_origin_publishes_nothing()
    {
        var form = $"Action=Publish&Version=2010-03-31&TopicArn={ResourceNames.TopicArn}&Message=%7B%7D";

        var refused = await PostAsync(stack.Addresses.Messaging, form, Form, ("Origin", "http://elsewhere.example"));
        var older = await PostAsync(
            stack.Addresses.Messaging, form.Replace("Publish", "ListTopics", StringComparison.Ordinal), Form);

        Assert.Equal(HttpStatusCode.Forbidden, refused);
        Assert.Equal(HttpStatusCode.OK, older);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(Form)]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task What_needs_no_preflight_changes_nothing_even_without_an_origin(string? type)
    {
        var function = new Uri(
            stack.Addresses.Lambda, $"/2015-03-31/functions/{ResourceNames.StarterFunction}/invocations");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(function, "{}", type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(
            stack.Addresses.StepFunctions, "{}", type, ("X-Amz-Target", "AWSStepFunctions.StartExecution")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(
            new Uri(stack.Addresses.Bda, "/emulator/mend"), """{"s3Uri":"s3://a/b"}""", type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(
            new Uri(stack.Addresses.Web, "/executions/api"), "{}", type,
            ("X-Amz-Target", "AWSStepFunctions.StopExecution")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(
            new Uri(stack.Addresses.Web, "/analytics/uploads"), "{}", type));
        Assert.NotEqual(HttpStatusCode.OK, await PostAsync(
            stack.Addresses.DynamoDb, "{}", type, ("X-Amz-Target", "DynamoDB_20120810.ListTables")));
    }

    [Fact]
    public async Task A_link_opens_the_page_and_a_recording_is_played_from_its_own_port()
    {
        using var link = new HttpRequestMessage(HttpMethod.Get, stack.Addresses.Web)
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Dest", "document" } },
        };
        using var player = new HttpRequestMessage(HttpMethod.Get, stack.Addresses.Messaging)
        {
            Headers = { { "Sec-Fetch-Site", "same-site" }, { "Sec-Fetch-Dest", "audio" } },
        };

        using var opened = await Http.SendAsync(link, Cancelled);
        using var played = await Http.SendAsync(player, Cancelled);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.OK, played.StatusCode);
    }

    [Theory]
    [InlineData("http://elsewhere.example")]
    [InlineData(null)]
    public async Task The_API_names_no_origin_but_its_own(string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stack.Addresses.Web, "/analytics"));
        request.Headers.TryAddWithoutValidation(
            "Origin", origin ?? stack.Addresses.Web.GetLeftPart(UriPartial.Authority));

        using var answer = await Http.SendAsync(request, Cancelled);

        Assert.Equal(origin is null, answer.IsSuccessStatusCode);
        Assert.Equal(origin is null, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpStatusCode> PostAsync(
        Uri address, string body, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await Http.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private Uri Address(string port) => port switch
    {
        "web" => stack.Addresses.Web,
        "dynamodb" => stack.Addresses.DynamoDb,
        "messaging" => stack.Addresses.Messaging,
        "states" => stack.Addresses.StepFunctions,
        "bda" => stack.Addresses.Bda,
        _ => stack.Addresses.Lambda,
    };
}
