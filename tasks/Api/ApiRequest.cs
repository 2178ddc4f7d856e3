using System.Text.Json.Serialization;

namespace CallRecording.Tasks.Api;

/// <summary>The parts of API Gateway's REST proxy event (payload 1.0) that are read here.</summary>
internal sealed record ApiRequest
{
    [JsonPropertyName("httpMethod")]
    public string? HttpMethod { get; init; }

    /// <summary>The route's pattern, for example /analytics/{hash}.</summary>
    [JsonPropertyName("resource")]
    public string? Resource { get; init; }

    [JsonPropertyName("path")]
    public string? Path { get; init; }

    [JsonPropertyName("pathParameters")]
    public IReadOnlyDictionary<string, string>? PathParameters { get; init; }

    /// <summary>By name, in whatever case the client wrote it.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [JsonPropertyName("multiValueQueryStringParameters")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Query { get; init; }

    /// <returns>Null where there is no such header.</returns>
    public string? Header(string name) => Headers?
        .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
