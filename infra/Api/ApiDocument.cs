using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Api;

/// <summary>The API's OpenAPI file, with what API Gateway needs beside it: the function, who may ask, CORS and the
/// words of its own errors. Source:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html.</summary>
internal static class ApiDocument
{
    private const string File = "openapi.json";
    private const string Scheme = "caller";
    private const string Validator = "parameters";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="origins">Of other pages that may read the answers.</param>
    /// <param name="invokeArn">API Gateway's own ARN of the retrieval function.</param>
    /// <param name="uploadsArn">Of the function that takes uploads; empty where there is none.</param>
    /// <param name="userPoolArn">Of <see cref="AuthMode.Cognito"/>, else empty.</param>
    public static string Of(
        AuthMode auth, IReadOnlyList<string> origins, string invokeArn, string uploadsArn, string userPoolArn)
    {
        // The file is the project's own, and a test reads it.
        var document = JsonNode.Parse(System.IO.File.ReadAllText(ProgramFiles.At(File)))!.AsObject();
        document["x-amazon-apigateway-request-validators"] = new JsonObject
        {
            [Validator] = new JsonObject { ["validateRequestBody"] = false, ["validateRequestParameters"] = true },
        };
        document["x-amazon-apigateway-request-validator"] = Validator;
        document["x-amazon-apigateway-gateway-responses"] = new JsonObject
        {
            ["DEFAULT_4XX"] = Problem(origins),
            ["DEFAULT_5XX"] = Problem(origins),
        };
        if (ApiCaller.Scheme(auth, userPoolArn) is { } scheme)
        {
            document["components"]!["securitySchemes"] = new JsonObject { [Scheme] = scheme };
        }

        var paths = document["paths"]!.AsObject();
        foreach (var unserved in paths.Where(one => IsUpload(one.Key) && uploadsArn.Length == 0).ToList())
        {
            paths.Remove(unserved.Key);
        }

        foreach (var (name, path) in paths)
        {
            var function = IsUpload(name) ? uploadsArn : invokeArn;
            var parameters = path!.AsObject().First().Value!["parameters"]?.AsArray() ?? [];
            foreach (var (_, operation) in path!.AsObject())
            {
                operation!["x-amazon-apigateway-integration"] = Proxy(function);
                operation["security"] = auth is AuthMode.None
                    ? []
                    : new JsonArray(new JsonObject { [Scheme] = new JsonArray() });
            }

            path["options"] = Preflight(function, parameters);
        }

        return document.ToJsonString(Readable);
    }

    private static bool IsUpload(string path) => path.StartsWith("/analytics/uploads", StringComparison.Ordinal);

    private static JsonObject Proxy(string invokeArn) => new()
    {
        ["type"] = "aws_proxy",
        ["httpMethod"] = "POST",
        ["uri"] = invokeArn,
        ["passthroughBehavior"] = "when_no_match",
    };

    /// <summary>Browsers ask without credentials what they may ask, so everybody may.</summary>
    private static JsonObject Preflight(string invokeArn, JsonArray parameters) => new()
    {
        ["summary"] = "CORS preflight.",
        ["parameters"] = new JsonArray(
            [.. parameters.Where(one => (string?)one!["in"] == "path").Select(one => one!.DeepClone())]),
        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "What may be asked." } },
        ["security"] = new JsonArray(),
        ["x-amazon-apigateway-integration"] = Proxy(invokeArn),
    };

    /// <summary>API Gateway's own refusals, in the shape of ours.</summary>
    private static JsonObject Problem(IReadOnlyList<string> origins) => new()
    {
        ["responseParameters"] = Cors.GatewayHeaders(origins),
        ["responseTemplates"] = new JsonObject { ["application/json"] = "{\"message\":$context.error.messageString}" },
    };
}
