using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CallRecording.Emulators.ApiGateway;

/// <summary>The event that API Gateway's REST proxy integration (payload format 1.0) makes of a request.</summary>
internal static class ProxyEvent
{
    private const string Stage = "local";
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static byte[] Create(
        HttpRequest request, ApiResource resource, byte[] body, string requestId, DateTimeOffset now)
    {
        var text = Text(body);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["resource"] = resource.Route.Pattern,
            ["path"] = request.Path.Value,
            ["httpMethod"] = request.Method,
            ["headers"] = Last(request.Headers),
            ["multiValueHeaders"] = All(request.Headers),
            ["queryStringParameters"] = Last(request.Query),
            ["multiValueQueryStringParameters"] = All(request.Query),
            ["pathParameters"] = resource.ParametersJson(),
            ["stageVariables"] = null,
            ["requestContext"] = RequestContext(request, resource, requestId, now),
            ["body"] = body.Length == 0 ? null : text ?? Convert.ToBase64String(body),
            ["isBase64Encoded"] = text is null,
        });
    }

    private static JsonObject RequestContext(
        HttpRequest request, ApiResource resource, string requestId, DateTimeOffset now) => new()
        {
            ["accountId"] = EmulatedAccount.Id,
            ["apiId"] = Stage,
            ["stage"] = Stage,
            ["requestId"] = requestId,
            ["extendedRequestId"] = requestId,
            ["requestTime"] = now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
            ["requestTimeEpoch"] = now.ToUnixTimeMilliseconds(),
            ["protocol"] = request.Protocol,
            ["domainName"] = request.Host.Value,
            ["httpMethod"] = request.Method,
            ["path"] = request.Path.Value,
            ["resourcePath"] = resource.Route.Pattern,
            ["identity"] = new JsonObject
            {
                ["sourceIp"] = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
                ["userAgent"] = request.Headers.UserAgent.ToString(),
            },
        };

    private static JsonObject? Last(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        Map(pairs, values => JsonValue.Create(values.LastOrDefault() ?? string.Empty));

    private static JsonObject? All(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        Map(pairs, values => new JsonArray([.. values.Select(value => JsonValue.Create(value ?? string.Empty))]));

    // API Gateway says null, not {}, where there is nothing.
    private static JsonObject? Map(
        IEnumerable<KeyValuePair<string, StringValues>> pairs, Func<StringValues, JsonNode> write)
    {
        JsonObject? json = null;
        foreach (var (name, values) in pairs)
        {
            (json ??= [])[name] = write(values);
        }

        return json;
    }

    private static string? Text(byte[] body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
