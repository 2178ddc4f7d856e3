using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Emulators.ApiGateway;

/// <summary>API Gateway's REST proxy integration with functions.</summary>
internal sealed class ProxyIntegration(IFunctions functions, ApiGatewayOptions options, TimeProvider time)
{
    /// <summary>API Gateway's own limit.</summary>
    private const int MaxRequestBytes = 10 * 1024 * 1024;

    public async Task AnswerAsync(HttpContext context)
    {
        var requestId = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        context.Response.Headers["x-amzn-RequestId"] = requestId;
        // What is not a resource has, to API Gateway, no way to be authorised.
        if (ApiResource.Find(options.Routes, context.Request.Path.Value ?? string.Empty) is not { } resource)
        {
            await SayAsync(context, 403, "MissingAuthenticationTokenException", "Missing Authentication Token");
            return;
        }

        var body = await BoundedBody.ReadAsync(context.Request, MaxRequestBytes);
        if (body.Content is null)
        {
            await SayAsync(context, 413, "RequestTooLargeException", "Request Too Long");
            return;
        }

        var request = ProxyEvent.Create(context.Request, resource, body.Content, requestId, time.GetUtcNow());
        await ForwardAsync(context, resource.Route.Function, request);
    }

    private async Task ForwardAsync(HttpContext context, string function, byte[] request)
    {
        try
        {
            var answer = await functions.InvokeAsync(function, request, context.RequestAborted)
                .WaitAsync(options.IntegrationTimeout, time, context.RequestAborted);
            if (answer.FunctionError is null && ProxyResponse.Parse(answer.Payload) is { } response)
            {
                await response.WriteAsync(context.Response, context.RequestAborted);
            }
            else
            {
                await SayAsync(context, 502, "InternalServerErrorException", "Internal server error");
            }
        }
        catch (FunctionInvocationException)
        {
            await SayAsync(context, 502, "InternalServerErrorException", "Internal server error");
        }
        catch (TimeoutException)
        {
            await SayAsync(context, 504, "InternalServerErrorException", "Endpoint request timed out");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser left.
        }
    }

    private static Task SayAsync(HttpContext context, int statusCode, string error, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.Headers["x-amzn-ErrorType"] = error;
        return context.Response.WriteAsJsonAsync(new JsonObject { ["message"] = message }, context.RequestAborted);
    }
}
