using System.Text.Json;

namespace CallRecording.Infra.Api;

/// <summary>A line of the API's access log. No query: it may name a call.</summary>
internal static class AccessLog
{
    public static string Format { get; } = JsonSerializer.Serialize(new
    {
        requestId = "$context.requestId",
        time = "$context.requestTime",
        caller = "$context.identity.caller",
        address = "$context.identity.sourceIp",
        method = "$context.httpMethod",
        resource = "$context.resourcePath",
        status = "$context.status",
        error = "$context.error.message",
        latencyMilliseconds = "$context.responseLatency",
        bytes = "$context.responseLength",
        trace = "$context.xrayTraceId",
    });
}
