using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Every route asks who is there as the setting says, and reaches its function.</summary>
internal static class ApiRules
{
    public static IEnumerable<string> Problems(RecordedProgram program)
    {
        var api = program.Of("aws:apigateway/restApi:RestApi").SingleOrDefault();
        if (api is null)
        {
            return ["There is no API."];
        }

        var body = JsonNode.Parse(api.Text("body"))!;
        return
        [
            .. Unsupported(body, "$"), .. Routes(program, body), .. Origins(program, body),
            .. Scheme(program.Settings.Auth, body), .. Stages(program), .. Keys(program),
        ];
    }

    /// <summary>What API Gateway documents that it does not take
    /// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html), and what no
    /// proxied function needs: models of what is asked and answered.</summary>
    private static readonly string[] NotTaken =
    [
        "$ref", "additionalProperties", "nullable", "oneOf", "anyOf", "allOf", "not", "discriminator", "example",
        "examples",
        "exclusiveMinimum", "exclusiveMaximum", "readOnly", "writeOnly", "default", "content", "requestBody", "schemas",
        "servers",
    ];

    private static IEnumerable<string> Unsupported(JsonNode? node, string where) => node switch
    {
        JsonObject members => members.SelectMany(one => (NotTaken.Contains(one.Key)
            ? new[] { $"The API's body has {where}.{one.Key}, which API Gateway does not take." }
            : []).Concat(Unsupported(one.Value, $"{where}.{one.Key}"))),
        JsonArray items => items.SelectMany((item, index) => Unsupported(item, $"{where}[{index}]")),
        _ => [],
    };

    private static IEnumerable<string> Routes(RecordedProgram program, JsonNode body)
    {
        var paths = body["paths"]!.AsObject();
        if (paths.Any(one => IsUpload(one.Key)) != program.Settings.Uploads)
        {
            yield return $"The API has {(program.Settings.Uploads ? "no " : "")}paths for uploads, with uploads "
                + $"{program.Settings.Uploads}.";
        }

        foreach (var (path, methods) in paths)
        {
            var name = IsUpload(path) ? "Uploads" : "Retrieval";
            var function = Graph.Functions(program).SingleOrDefault(one => Graph.Variable(one, "FUNCTION") == name);
            var uri = function is null ? null : Graph.OfLive(program, function, "invoke_arn");
            foreach (var (method, operation) in methods!.AsObject())
            {
                if ((string?)operation!["x-amazon-apigateway-integration"]!["uri"] != uri)
                {
                    yield return $"{method} {path} does not reach the function {name}.";
                }

                var asks = operation["security"]!.AsArray().Count > 0;
                var should = method != "options" && program.Settings.Auth is not AuthMode.None;
                if (asks != should)
                {
                    yield return $"{method} {path} {(asks ? "asks" : "does not ask")} who is there, with auth "
                        + $"{program.Settings.Auth}.";
                }
            }

            if (!methods.AsObject().ContainsKey("options"))
            {
                yield return $"{path} has no preflight.";
            }
        }
    }

    private static bool IsUpload(string path) => path.StartsWith("/analytics/uploads", StringComparison.Ordinal);

    private static IEnumerable<string> Origins(RecordedProgram program, JsonNode body)
    {
        var allowed = program.Settings.AllowedOrigins;
        var told = allowed.Count == 0 ? "none" : string.Join(' ', allowed);
        foreach (var function in Graph.Functions(program).Where(
            one => Graph.Variable(one, "FUNCTION") is "Retrieval" or "Uploads"))
        {
            if (Graph.Variable(function, "ALLOWED_ORIGINS") != told)
            {
                yield return $"{function.Name} lets other origins than {told} read its answers.";
            }
        }

        foreach (var (name, refusal) in body["x-amazon-apigateway-gateway-responses"]!.AsObject())
        {
            var origin = (string?)refusal!["responseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"];
            if (origin != (allowed.Count == 1 ? $"'{allowed[0]}'" : null))
            {
                yield return $"{name} lets {origin ?? "no origin"} read it, with allowedOrigins {told}.";
            }
        }
    }

    private static IEnumerable<string> Scheme(AuthMode auth, JsonNode body)
    {
        var schemes = body["components"]?["securitySchemes"]?.AsObject();
        var scheme = schemes?.Single().Value;
        var right = auth switch
        {
            AuthMode.None => schemes is null,
            AuthMode.ApiKey => (string?)scheme?["name"] == "x-api-key" && (string?)scheme["in"] == "header",
            AuthMode.Iam => (string?)scheme?["x-amazon-apigateway-authtype"] == "awsSigv4",
            _ => (string?)scheme?["x-amazon-apigateway-authtype"] == "cognito_user_pools"
                && scheme["x-amazon-apigateway-authorizer"]!["providerARNs"]!.AsArray().Count == 1,
        };
        if (!right)
        {
            yield return $"The security scheme is {scheme?.ToJsonString() ?? "none"}, with auth {auth}.";
        }
    }

    private static IEnumerable<string> Stages(RecordedProgram program)
    {
        var stage = program.Of("aws:apigateway/stage:Stage").SingleOrDefault();
        if (stage?.Block("accessLogSettings").ContainsKey("destinationArn") is not true)
        {
            yield return "The API has no access log.";
        }

        if (stage?.Inputs.GetValueOrDefault("xrayTracingEnabled") is not true)
        {
            yield return "The API is not traced.";
        }

        var settings = program.Of("aws:apigateway/methodSettings:MethodSettings").SingleOrDefault();
        if (settings?.Block("settings").GetValueOrDefault("throttlingRateLimit") is not double and > 0)
        {
            yield return "The API is not throttled.";
        }

        if (settings?.Block("settings").GetValueOrDefault("dataTraceEnabled") is true)
        {
            yield return "The API's log has what callers said.";
        }
    }

    private static IEnumerable<string> Keys(RecordedProgram program)
    {
        var plan = program.Of(
            "aws:apigateway/usagePlanKey:UsagePlanKey").Any() && program.Of("aws:apigateway/usagePlan:UsagePlan").Any();
        if (plan != program.Settings.Auth is AuthMode.ApiKey)
        {
            yield return $"There is {(plan ? "a" : "no")} usage plan with a key, with auth {program.Settings.Auth}.";
        }

        var pool = program.Of(
            "aws:cognito/userPool:UserPool").Any() && program.Of("aws:cognito/userPoolClient:UserPoolClient").Any();
        if (pool != program.Settings.Auth is AuthMode.Cognito)
        {
            yield return $"There is {(pool ? "a" : "no")} user pool with a client, with auth {program.Settings.Auth}.";
        }
    }
}
