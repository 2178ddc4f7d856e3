using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Workflow.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CallRecording.Local.ExecutionPages;

/// <summary>
/// What the executions page asks. Only that page may: what comes from elsewhere is refused before it is here.
/// </summary>
internal sealed class ExecutionsApi(string stateMachineArn, RequestDelegate stepFunctions)
{
    /// <summary>A stop's error and cause, and what JSON adds to them.</summary>
    private const int MaxRequestBytes = 256 * 1024;

    private const int MaxCallIdLength = 1024;

    private static readonly string[] ContentTypes = ["application/x-amz-json-1.0", "application/json"];

    public async Task ForwardAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await RefuseAsync(context, 405, $"The method is {context.Request.Method}, expected POST.");
        }
        else if (Refusal(context.Request) is { } refusal)
        {
            await RefuseAsync(context, refusal.Status, refusal.Message);
        }
        else
        {
            // Read before anything of the body is.
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize
                = MaxRequestBytes;
            await stepFunctions(context);
        }
    }

    public Task MachineAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(
            new JsonObject { ["stateMachineArn"] = stateMachineArn }, context.RequestAborted);

    /// <summary>Where the other page shows a call.</summary>
    public static Task HashAsync(HttpContext context)
    {
        var callId = context.Request.Query["callId"].ToString();
        return callId.Length is 0 or > MaxCallIdLength
            ? RefuseAsync(
                context, 400, $"callId is {callId.Length} characters long, expected 1 to {MaxCallIdLength}.")
            : context.Response.WriteAsJsonAsync(
                new JsonObject { ["hash"] = CallHash.Of(callId) }, context.RequestAborted);
    }

    private static (int Status, string Message)? Refusal(HttpRequest request)
    {
        // Forms cannot send these types, and scripts of other origins only after a preflight that nothing answers.
        var type = request.MediaType();
        if (!ContentTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return (415, $"The content type is '{type}', expected {string.Join(" or ", ContentTypes)}.");
        }

        return request.ContentLength > MaxRequestBytes
            ? (413, $"The request has {request.ContentLength} bytes, expected at most {MaxRequestBytes}.")
            : null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["__type"] = "ValidationException", ["message"] = message }, context.RequestAborted);
    }
}
