using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The Lambda Runtime API, version 2018-06-01, under a path of its own for each process.</summary>
internal sealed class RuntimeApi(FunctionRegistry functions, TimeProvider time)
{
    private const string Runtime = "/{function}/{instance}/2018-06-01/runtime";

    /// <summary>What stands after host and port in AWS_LAMBDA_RUNTIME_API.</summary>
    public static string PathOf(string function, string instance) => $"/{function}/{instance}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Runtime + "/invocation/next", Answer(NextAsync));
        routes.MapPost(Runtime + "/invocation/{requestId}/response", Answer(RespondAsync));
        routes.MapPost(Runtime + "/invocation/{requestId}/error", Answer(FailAsync));
        routes.MapPost(Runtime + "/init/error", Answer(FailInitAsync));
    }

    private async Task NextAsync(FunctionInstance instance, FunctionPool pool, HttpContext context)
    {
        var invocation = await instance.NextAsync(context.RequestAborted);
        var now = time.GetUtcNow();
        var deadline = (now + pool.Definition.Timeout).ToUnixTimeMilliseconds();
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = EmulatedAccount.FunctionArn(pool.Definition.Name);
        headers["Lambda-Runtime-Trace-Id"] = TraceId(invocation.RequestId, now);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        instance.Delivered();
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private static async Task RespondAsync(FunctionInstance instance, FunctionPool pool, HttpContext context)
    {
        var body = await BoundedBody.ReadAsync(context.Request, PayloadLimits.Response);
        var invocation = instance.Settle(RequestId(context));
        if (body.Content is { } response)
        {
            invocation.Succeed(response);
            await AcceptedAsync(context);
            return;
        }

        invocation.Fail(FunctionErrors.ResponseTooLarge(body.SizeBytes));
        throw new RuntimeFault(
            413, "RequestEntityTooLarge", $"Exceeded maximum allowed payload size ({PayloadLimits.Response} bytes).");
    }

    private static async Task FailAsync(FunctionInstance instance, FunctionPool pool, HttpContext context)
    {
        var error = await ReadErrorAsync(context);
        instance.Settle(RequestId(context)).Fail(error);
        await AcceptedAsync(context);
    }

    private static async Task FailInitAsync(FunctionInstance instance, FunctionPool pool, HttpContext context)
    {
        instance.ReportInitError(await ReadErrorAsync(context));
        await AcceptedAsync(context);
    }

    private RequestDelegate Answer(Func<FunctionInstance, FunctionPool, HttpContext, Task> answer) => async context =>
    {
        try
        {
            var (pool, instance) = Find(context);
            await answer(instance, pool, context);
        }
        catch (RuntimeFault fault)
        {
            context.Response.StatusCode = fault.StatusCode;
            await WriteAsync(context, new() { ["errorType"] = fault.Error, ["errorMessage"] = fault.Message });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The process has ended, so that no client reads the answer.
        }
    };

    private (FunctionPool Pool, FunctionInstance Instance) Find(HttpContext context)
    {
        var function = (string)context.Request.RouteValues["function"]!; // The route has both.
        var id = (string)context.Request.RouteValues["instance"]!;
        var pool = functions.Pools.FirstOrDefault(pool => pool.Definition.Name == function);
        return pool?.Find(id) is { } instance
            ? (pool, instance)
            : throw new RuntimeFault(403, "InvalidProcess", $"Process {id} of {function} is not one of this host's.");
    }

    private static async Task<byte[]> ReadErrorAsync(HttpContext context)
    {
        var body = await BoundedBody.ReadAsync(context.Request, PayloadLimits.Response);
        return body.Content ?? FunctionErrors.ResponseTooLarge(body.SizeBytes);
    }

    private static Task AcceptedAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return WriteAsync(context, new() { ["status"] = "OK" });
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer) =>
        context.Response.WriteAsJsonAsync(answer, context.RequestAborted);

    private static string RequestId(HttpContext context) =>
        (string)context.Request.RouteValues["requestId"]!; // The routes that need it have it.

    private static string TraceId(string requestId, DateTimeOffset now)
    {
        var digits = requestId.Replace("-", string.Empty, StringComparison.Ordinal);
        return $"Root=1-{now.ToUnixTimeSeconds():x8}-{digits[..24]};Parent={digits[16..]};Sampled=0";
    }
}
