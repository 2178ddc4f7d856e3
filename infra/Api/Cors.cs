using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Api;

/// <summary>Which pages of other origins may read what the API answers.</summary>
internal static class Cors
{
    private const string Headers =
        "'Content-Type,Authorization,If-None-Match,X-Api-Key,X-Amz-Date,X-Amz-Security-Token'";

    /// <summary>What the functions are told, who answer for themselves.</summary>
    public static string Variable(StackSettings settings) =>
        settings.AllowedOrigins.Count == 0 ? "none" : string.Join(' ', settings.AllowedOrigins);

    /// <returns>The headers of API Gateway's own refusals. They cannot depend on who asks: of several origins none is
    /// named, and their pages see that a request failed, not why.</returns>
    public static JsonObject GatewayHeaders(IReadOnlyList<string> origins) => origins.Count == 1
        ? new()
        {
            ["gatewayresponse.header.Access-Control-Allow-Origin"] = $"'{origins[0]}'",
            ["gatewayresponse.header.Access-Control-Allow-Headers"] = Headers,
        }
        : [];
}
