using System.Text.Json;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Api;

/// <summary>A line of the API's access log: JSON, whatever is asked. API Gateway puts values in unescaped, so there is
/// none that a caller words: no query, which may name a call, no path but the resource's, of an error its kind and not
/// its message. Source:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html.</summary>
internal static class AccessLog
{
    public static string Format(AuthMode auth) => JsonSerializer.Serialize(new
    {
        requestId = "$context.requestId",
        time = "$context.requestTime",
        caller = Caller(auth),
        address = "$context.identity.sourceIp",
        method = "$context.httpMethod",
        resource = "$context.resourcePath",
        status = "$context.status",
        error = "$context.error.responseType",
        functionStatus = "$context.integration.status",
        functionMilliseconds = "$context.integration.latency",
        latencyMilliseconds = "$context.responseLatency",
        bytes = "$context.responseLength",
        trace = "$context.xrayTraceId",
    });

    /// <summary>The caller's identity as AWS generated it: of a user the id in the pool, not the address that the user
    /// typed.</summary>
    private static string Caller(AuthMode auth) => auth switch
    {
        AuthMode.Cognito => "$context.authorizer.claims.sub",
        AuthMode.Iam => "$context.identity.userArn",
        AuthMode.ApiKey => "$context.identity.apiKeyId",
        _ => "anonymous",
    };
}
