using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Api;

/// <summary>What API Gateway's proxy integration takes for an answer.</summary>
internal sealed record ApiResponse
{
    private static readonly Dictionary<string, string> JsonAndCors = new()
    {
        ["Content-Type"] = "application/json; charset=utf-8",
        ["Access-Control-Allow-Origin"] = "*",
        ["Access-Control-Allow-Methods"] = "GET,OPTIONS",
        ["Access-Control-Allow-Headers"] = "Content-Type,Authorization,X-Api-Key,X-Amz-Date,X-Amz-Security-Token",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
    };

    // Served as JSON and never sniffed: letters of every language stay letters, and take no six bytes each.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [JsonPropertyName("statusCode")]
    public required int StatusCode { get; init; }

    [JsonPropertyName("headers")]
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    [JsonPropertyName("body")]
    public required string Body { get; init; }

    public static ApiResponse Of(int statusCode, JsonObject body) =>
        new() { StatusCode = statusCode, Headers = JsonAndCors, Body = Text(body) };

    public static ApiResponse Problem(int statusCode, string message) =>
        Of(statusCode, new JsonObject { ["message"] = message });

    public static ApiResponse MethodNotAllowed(string method) =>
        Problem(405, $"{method} is not served here, GET is.") with
        {
            Headers = new Dictionary<string, string>(JsonAndCors) { ["Allow"] = "GET,OPTIONS" },
        };

    /// <summary>The answer to a browser's preflight: the headers alone.</summary>
    public static ApiResponse Preflight() => new() { StatusCode = 204, Headers = JsonAndCors, Body = string.Empty };

    /// <summary>JSON as bodies have it.</summary>
    public static string Text(JsonObject body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            body.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
