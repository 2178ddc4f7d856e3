using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Operations;

namespace CallRecording.Tests.Infra;

/// <summary>Another emulator of API Gateway imports what the program tells it of the API: OpenAPI's own validator reads
/// it there.</summary>
public sealed class WhenTheApiIsImported(MotoServer moto) : IClassFixture<MotoServer>
{
    [Theory]
    [InlineData("none", "false")]
    [InlineData("apiKey", "true")]
    [InlineData("iam", "true")]
    [InlineData("cognito", "true")]
    public async Task Every_path_and_every_method_is_there(string auth, string uploads)
    {
        var program = await TestStacks.RunAsync("prod", ("auth", auth), ("uploads", uploads), ("allowOpenApi", "true"));
        var body = program.Of("aws:apigateway/restApi:RestApi").Single().Text("body");

        var imported = await SendAsync(HttpMethod.Post, "/restapis?mode=import&failonwarnings=true", body);
        var resources = await SendAsync(
            HttpMethod.Get, $"/restapis/{(string?)imported["id"]}/resources?limit=500", null);

        var expected = JsonNode.Parse(body)!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        var made = resources["item"]!.AsArray().SelectMany(resource =>
            (resource!["resourceMethods"]?.AsObject() ?? []).Select(
                method => $"{method.Key} {(string?)resource["path"]}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, string? body)
    {
        using var http = new HttpClient { BaseAddress = moto.Address() };
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request, "
                + "SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
