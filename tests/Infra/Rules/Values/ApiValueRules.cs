using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>The numbers and names of the API, and what its body tells API Gateway.</summary>
internal static class ApiValueRules
{
    private const string ApiType = "aws:apigateway/restApi:RestApi";
    private const string StageType = "aws:apigateway/stage:Stage";
    private const string Integration = "x-amazon-apigateway-integration";

    public static IEnumerable<string> The_stage_is_named_after_the_environment_and_serves_this_API(
        RecordedProgram program) => Inputs.UnlikeOne(
            program, StageType, Stack.Api,
            ("stageName", program.Settings.Environment),
            ("restApi", Stack.Reference(program, ApiType, Stack.Api, "id")),
            ("deployment", Stack.Reference(program, "aws:apigateway/deployment:Deployment", Stack.Api, "id")),
            ("xrayTracingEnabled", true));

    public static IEnumerable<string> Callers_are_held_to_the_numbers_of_the_settings(RecordedProgram program)
    {
        var settings = program.Settings;
        return
        [
            .. Inputs.UnlikeOne(
                program, "aws:apigateway/methodSettings:MethodSettings", Stack.Api,
                ("methodPath", "*/*"),
                ("stageName", Stack.Reference(program, StageType, Stack.Api, "stage_name")),
                ("settings.throttlingRateLimit", settings.ApiRequestsPerSecond),
                ("settings.throttlingBurstLimit", settings.ApiBurstRequests),
                ("settings.metricsEnabled", true), ("settings.loggingLevel", "ERROR"),
                ("settings.dataTraceEnabled", false)),
            .. program.Of("aws:apigateway/usagePlan:UsagePlan").SelectMany(plan => Inputs.Unlike(
                plan,
                ("throttleSettings.rateLimit", settings.ApiRequestsPerSecond),
                ("throttleSettings.burstLimit", settings.ApiBurstRequests),
                ("apiStages.0.apiId", Stack.Reference(program, ApiType, Stack.Api, "id")),
                ("apiStages.0.stage", Stack.Reference(program, StageType, Stack.Api, "stage_name")))),
        ];
    }

    /// <summary>The key that tokens are signed with must open nothing.</summary>
    public static IEnumerable<string> A_usage_plan_has_the_callers_key_and_no_other(RecordedProgram program) =>
        program.Of("aws:apigateway/usagePlanKey:UsagePlanKey").SelectMany(key => Inputs.Unlike(
            key,
            ("keyType", "API_KEY"),
            ("keyId", Stack.Reference(program, "aws:apigateway/apiKey:ApiKey", $"{Stack.Prefix}callers", "id")),
            ("usagePlanId", Stack.Reference(
                program, "aws:apigateway/usagePlan:UsagePlan", $"{Stack.Prefix}callers", "id"))));

    public static IEnumerable<string> The_API_is_regional_and_compresses_from_1_KB_on(RecordedProgram program) =>
        Inputs.UnlikeOne(
            program, ApiType, Stack.Api,
            ("name", Stack.Api), ("endpointConfiguration.types", "REGIONAL"), ("minimumCompressionSize", "1024"));

    /// <summary>A stage serves the API as it was when it was deployed: each body is a deployment.</summary>
    public static IEnumerable<string> A_changed_body_is_deployed(RecordedProgram program)
    {
        var (api, missing) = Inputs.One(program, ApiType, Stack.Api);
        return api is null ? missing : Inputs.UnlikeOne(
            program, "aws:apigateway/deployment:Deployment", Stack.Api,
            ("triggers.body", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(api.Text("body"))))),
            ("restApi", Graph.Reference(api, "id")));
    }

    public static IEnumerable<string> Every_route_is_handed_to_the_function_as_it_is(RecordedProgram program)
    {
        foreach (var (route, operation) in Operations(program))
        {
            var integration = operation[Integration];
            var function = Targets.Function(program, (string?)integration?["uri"] ?? "");
            var expected = route.Contains("/analytics/uploads", StringComparison.Ordinal) ? "Uploads" : "Retrieval";
            if (function is null || Graph.Variable(function, "FUNCTION") != expected)
            {
                yield return $"{route} goes to {function?.Name ?? (string?)integration?["uri"] ?? "no function"}, "
                    + $"expected {expected}.";
            }

            if ((string?)integration?["type"] != "aws_proxy" || (string?)integration["httpMethod"] != "POST")
            {
                yield return $"{route} is integrated by {(string?)integration?["httpMethod"]} as "
                    + $"{(string?)integration?["type"]}, expected POST as aws_proxy.";
            }
        }
    }

    public static IEnumerable<string> Only_a_preflight_is_answered_without_signing_in(RecordedProgram program)
    {
        foreach (var (route, operation) in Operations(program))
        {
            var asks = operation["security"] is JsonArray { Count: 1 } security && security[0]!["caller"] is not null;
            var must = program.Settings.Auth is not AuthMode.None
                && !route.StartsWith("options ", StringComparison.Ordinal);
            if (asks != must || operation["security"] is not JsonArray)
            {
                yield return $"{route} asks {(asks ? "" : "not ")}who is there, with auth {program.Settings.Auth}.";
            }
        }
    }

    public static IEnumerable<string> Who_is_there_is_found_out_as_the_setting_says(RecordedProgram program)
    {
        JsonObject? expected = program.Settings.Auth switch
        {
            AuthMode.None => null,
            AuthMode.ApiKey => Scheme("x-api-key"),
            AuthMode.Iam => Scheme("Authorization", "awsSigv4"),
            _ => Scheme("Authorization", "cognito_user_pools", new JsonObject
            {
                ["type"] = "cognito_user_pools",
                ["providerARNs"] = new JsonArray(
                    Stack.Reference(program, "aws:cognito/userPool:UserPool", $"{Stack.Prefix}users", "arn")),
            }),
        };
        var actual = Body(program)["components"]?["securitySchemes"]?["caller"];
        if (!JsonNode.DeepEquals(actual, expected))
        {
            yield return $"Who is there is found out by {actual?.ToJsonString() ?? "nothing"}, expected "
                + $"{expected?.ToJsonString() ?? "nothing"}.";
        }
    }

    public static IEnumerable<string> Parameters_are_checked_before_a_function_is_asked(RecordedProgram program)
    {
        var body = Body(program);
        var name = (string?)body["x-amazon-apigateway-request-validator"] ?? "";
        if ((bool?)body["x-amazon-apigateway-request-validators"]?[name]?["validateRequestParameters"] is not true)
        {
            yield return $"The validator '{name}' does not check parameters.";
        }
    }

    /// <summary>Its lines are JSON, and what a caller asked for, which may name a call, is not in them.</summary>
    public static IEnumerable<string> The_access_log_has_who_asked_and_not_what_for(RecordedProgram program)
    {
        var (stage, missing) = Inputs.One(program, StageType, Stack.Api);
        if (stage is null)
        {
            return missing;
        }

        var format = Inputs.At(stage, "accessLogSettings.format") as string ?? "{}";
        var fields = JsonNode.Parse(format)!.AsObject().Select(one => (string?)one.Value ?? "").ToList();
        string[] needed =
        [
            "$context.requestId", "$context.requestTime", "$context.httpMethod", "$context.resourcePath",
            "$context.status", "$context.identity.sourceIp", Caller(program.Settings.Auth),
        ];
        return
        [
            .. Inputs.Unlike(stage, (
                "accessLogSettings.destinationArn",
                Stack.Reference(program, "aws:cloudwatch/logGroup:LogGroup", Stack.Api, "arn"))),
            .. needed.Where(one => !fields.Contains(one)).Select(one => $"The access log lacks {one}."),
            .. fields.Where(IsWordedByACaller)
                .Select(one => $"The access log has {one}, which may hold what a caller words."),
        ];
    }

    private static bool IsWordedByACaller(string field) =>
        field is "$context.path" or "$context.error.message"
        || ((string[])["querystring", "header", "claims.email"]).Any(
            part => field.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Caller(AuthMode auth) => auth switch
    {
        AuthMode.Cognito => "$context.authorizer.claims.sub",
        AuthMode.Iam => "$context.identity.userArn",
        AuthMode.ApiKey => "$context.identity.apiKeyId",
        _ => "anonymous",
    };

    private static JsonObject Body(RecordedProgram program) =>
        program.Of(ApiType).Select(api => JsonNode.Parse(api.Text("body"))!.AsObject()).SingleOrDefault([]);

    private static IEnumerable<(string Route, JsonObject Operation)> Operations(RecordedProgram program) =>
        from path in Body(program)["paths"]?.AsObject() ?? []
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!.AsObject());

    private static JsonObject Scheme(string header, string? type = null, JsonObject? authorizer = null)
    {
        var scheme = new JsonObject { ["type"] = "apiKey", ["name"] = header, ["in"] = "header" };
        if (type is not null)
        {
            scheme["x-amazon-apigateway-authtype"] = type;
        }

        if (authorizer is not null)
        {
            scheme["x-amazon-apigateway-authorizer"] = authorizer;
        }

        return scheme;
    }
}
