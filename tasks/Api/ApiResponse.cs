using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Api;

/// <summary>What API Gateway's proxy integration takes for an answer.</summary>
internal sealed record ApiResponse
{
    private static readonly Dictionary<string, string> Json = new()
    {
        ["Content-Type"] = "application/json; charset=utf-8",
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
        new() { StatusCode = statusCode, Headers = Json, Body = Text(body) };

    /// <summary>A text to be kept as a file.</summary>
    /// <param name="extra">One more header; null for none.</param>
    public static ApiResponse File(
        string contentType, string name, string body, (string Name, string Value)? extra)
    {
        var headers = new Dictionary<string, string>(Json)
        {
            ["Content-Type"] = contentType,
            ["Content-Disposition"] = $"attachment; filename=\"{name}\"",
        };
        if (extra is { } header)
        {
            headers[header.Name] = header.Value;
        }

        return new() { StatusCode = 200, Headers = headers, Body = body };
    }

    /// <summary>What was asked for is at another address, for now.</summary>
    public static ApiResponse Redirect(Uri address) =>
        Of(302, new JsonObject { ["message"] = "It is at the Location." }).With(("Location", address.AbsoluteUri));

    /// <summary>The same with these headers as well.</summary>
    public ApiResponse With(params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var all = new Dictionary<string, string>(Headers);
        foreach (var (name, value) in headers)
        {
            all[name] = value;
        }

        return this with { Headers = all };
    }

    public static ApiResponse Problem(int statusCode, string message) =>
        Of(statusCode, new JsonObject { ["message"] = message });

    /// <param name="method">The one that was asked with.</param>
    /// <param name="served">The one that is served.</param>
    public static ApiResponse MethodNotAllowed(string? method, string served) =>
        Problem(405, $"{method ?? "No method"} is not served here, {served} is.").With(("Allow", $"{served},OPTIONS"));

    /// <summary>The answer to a browser's preflight; <see cref="AllowedOrigins"/> says in its headers what may be
    /// asked.</summary>
    public static ApiResponse Preflight() => new() { StatusCode = 204, Headers = Json, Body = string.Empty };

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
