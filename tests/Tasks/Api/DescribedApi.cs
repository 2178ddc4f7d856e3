using System.Text.Json;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>web/openapi.json: what people and API Gateway are told about the API.</summary>
internal static class DescribedApi
{
    private static readonly JsonElement Document =
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(ProjectFiles.At("web", "openapi.json")));

    public static IEnumerable<string> Paths => All.Select(path => path.Name);

    private static JsonElement.ObjectEnumerator All => Document.GetProperty("paths").EnumerateObject();

    public static IEnumerable<string> PathsWith(string method) =>
        All.Where(path => path.Value.TryGetProperty(method, out _)).Select(path => path.Name);

    /// <param name="place">path or query.</param>
    public static IEnumerable<string> Parameters(string path, string place) =>
        Operation(path, "get").GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == place)
            .Select(parameter => parameter.GetProperty("name").ToString());

    /// <summary>Of the body that is posted there.</summary>
    public static IEnumerable<string> Members(string path) =>
        Followed(Operation(path, "post").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/json").GetProperty("schema"))
        .GetProperty("properties").EnumerateObject().Select(member => member.Name);

    /// <summary>By status code, the names of the headers that come with it.</summary>
    public static IEnumerable<(string StatusCode, IEnumerable<string> Headers)> Answers(string path, string method) =>
        Operation(path, method).GetProperty("responses").EnumerateObject()
            .Select(answer => (answer.Name, Headers(Followed(answer.Value))));

    private static IEnumerable<string> Headers(JsonElement answer) => answer.TryGetProperty("headers", out var headers)
        ? headers.EnumerateObject().Select(header => header.Name)
        : [];

    private static JsonElement Operation(string path, string method) =>
        Document.GetProperty("paths").GetProperty(path).GetProperty(method);

    // "#/components/..." is a way from the document's root.
    private static JsonElement Followed(JsonElement element) => element.TryGetProperty("$ref", out var reference)
        ? reference.ToString().Split('/').Skip(1).Aggregate(Document, (at, name) => at.GetProperty(name))
        : element;
}
