using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Api;

/// <summary>What API Gateway is told of the API: of the OpenAPI file the paths, the parameters and bare responses, and
/// beside them the function, who may ask, CORS and the words of its own errors. The rest of the file describes answers
/// that the functions write themselves, in words that API Gateway does not take: references to responses, schemas of
/// plain values, additionalProperties, nullable. Sources:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html,
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html.</summary>
internal static class ApiDocument
{
    private const string File = "openapi.json";
    private const string Scheme = "caller";
    private const string Validator = "parameters";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="origins">Of other pages that may read the answers.</param>
    /// <param name="invokeArn">API Gateway's own ARN of the retrieval function.</param>
    /// <param name="uploadsArn">Of the function that takes uploads; empty where there is none.</param>
    /// <param name="userPoolArn">Of <see cref="AuthMode.Cognito"/>, else empty.</param>
    public static string Of(
        AuthMode auth, IReadOnlyList<string> origins, string invokeArn, string uploadsArn, string userPoolArn)
    {
        // The file is the project's own, and a test reads it.
        var described = new ApiDescription(System.IO.File.ReadAllText(ProgramFiles.At(File)));
        var paths = new JsonObject();
        foreach (var (name, operations) in described.Paths.Where(one => !IsUpload(one.Name) || uploadsArn.Length > 0))
        {
            var function = IsUpload(name) ? uploadsArn : invokeArn;
            var path = new JsonObject();
            foreach (var (method, operation) in operations)
            {
                operation["x-amazon-apigateway-integration"] = Proxy(function);
                operation["security"] = auth is AuthMode.None
                    ? []
                    : new JsonArray(new JsonObject { [Scheme] = new JsonArray() });
                path[method] = operation;
            }

            path["options"] = Preflight(function, operations[0].Operation["parameters"]!.AsArray());
            paths[name] = path;
        }

        var document = new JsonObject
        {
            ["openapi"] = described.Version,
            ["info"] = described.Info,
            ["x-amazon-apigateway-request-validators"] = new JsonObject
            {
                [Validator] = new JsonObject { ["validateRequestBody"] = false, ["validateRequestParameters"] = true },
            },
            ["x-amazon-apigateway-request-validator"] = Validator,
            ["x-amazon-apigateway-gateway-responses"] = new JsonObject
            {
                ["DEFAULT_4XX"] = Problem(origins),
                ["DEFAULT_5XX"] = Problem(origins),
            },
            ["paths"] = paths,
        };
        if (ApiCaller.Scheme(auth, userPoolArn) is { } scheme)
        {
            document["components"] = new JsonObject { ["securitySchemes"] = new JsonObject { [Scheme] = scheme } };
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

    /// <summary>Browsers send preflight requests without credentials, so these need no authentication.</summary>
    private static JsonObject Preflight(string invokeArn, JsonArray parameters) => new()
    {
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
