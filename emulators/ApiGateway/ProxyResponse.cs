using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Emulators.ApiGateway;

/// <summary>What a function answered to a proxy event.</summary>
internal sealed record ProxyResponse(
    int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    private const int MinStatus = 200;
    private const int MaxStatus = 599;

    /// <returns>Null when API Gateway would call it malformed.</returns>
    public static ProxyResponse? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Read(document.RootElement);
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            // A value of another kind than the format has is as malformed as no JSON at all.
            return null;
        }
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCode;
        foreach (var (name, value) in Headers.Where(header => !IsOurs(header.Key)))
        {
            response.Headers.Append(name, value);
        }

        response.ContentType ??= "application/json";
        if (Body.Length > 0)
        {
            await response.Body.WriteAsync(Body, cancellationToken);
        }
    }

    private static ProxyResponse? Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("statusCode", out var status))
        {
            return null;
        }

        var code = status.ValueKind == JsonValueKind.String ? int.Parse(status.GetString()!, null) : status.GetInt32();
        return code is < MinStatus or > MaxStatus ? null : new(code, ReadHeaders(answer), ReadBody(answer));
    }

    // multiValueHeaders come first and win; what stands in both with the same value is sent once.
    private static List<KeyValuePair<string, string>> ReadHeaders(JsonElement answer)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var header in Members(answer, "multiValueHeaders"))
        {
            foreach (var value in header.Value.EnumerateArray())
            {
                headers.Add(new(header.Name, Scalar(value)));
            }
        }

        var named = headers.Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        headers.AddRange(Members(answer, "headers")
            .Where(header => !named.Contains(header.Name))
            .Select(header => new KeyValuePair<string, string>(header.Name, Scalar(header.Value))));
        return headers;
    }

    private static byte[] ReadBody(JsonElement answer)
    {
        if (!answer.TryGetProperty("body", out var body) || body.GetString() is not { } text)
        {
            return [];
        }

        return answer.TryGetProperty("isBase64Encoded", out var encoded)
            && encoded.ValueKind != JsonValueKind.Null
            && encoded.GetBoolean()
            ? Convert.FromBase64String(text)
            : Encoding.UTF8.GetBytes(text);
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var members) && members.ValueKind != JsonValueKind.Null
            ? members.EnumerateObject()
            : default;

    private static string Scalar(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? throw new FormatException($"A header is {value.ValueKind}, expected a scalar.")
        : value.ToString();

    // The connection between browser and front is not the function's.
    private static bool IsOurs(string header) =>
        header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Connection", StringComparison.OrdinalIgnoreCase);
}
