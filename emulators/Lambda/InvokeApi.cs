using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda.Processes;
using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Lambda;

/// <summary>What callers of Lambda see: Invoke, and enough of List and Get to find out what there is.</summary>
/// <param name="log">Gets what went wrong with an Event invocation, which has no caller left to tell.</param>
internal sealed class InvokeApi(FunctionRegistry functions, Action<string, string> log, TimeProvider time)
{
    private const string Functions = "/2015-03-31/functions";

    // A function writes before it answers, but by another pipe: this is how long its last lines may take.
    private static readonly TimeSpan LogsSettle = TimeSpan.FromMilliseconds(50);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Functions + "/{function}/invocations", Answer(InvokeAsync));
        routes.MapGet(Functions, Answer(ListAsync));
        routes.MapGet(Functions + "/{function}", Answer(GetAsync));
        routes.MapGet(Functions + "/{function}/configuration", Answer(GetConfigurationAsync));
    }

    private async Task InvokeAsync(HttpContext context)
    {
        // AWS's command line names no content type, but signs, and that no page may do without asking first.
        if (!context.Request.NeedsPreflight() && context.Request.Headers.Authorization.Count == 0)
        {
            throw new FunctionInvocationException(
                "UnsupportedMediaTypeException",
                StatusCodes.Status415UnsupportedMediaType,
                $"The content type is '{context.Request.MediaType()}', expected application/json.");
        }

        var pool = functions.Find(FunctionIn(context));
        var body = await BoundedBody.ReadAsync(context.Request, PayloadLimits.Request);
        var invocation = functions.Accept(new(FunctionIn(context), body.Content ?? new byte[body.SizeBytes]));
        context.Response.Headers["x-amzn-RequestId"] = invocation.RequestId;
        switch (context.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "" or "RequestResponse":
                await RequestResponseAsync(pool, invocation, context);
                return;
            case "Event":
                _ = RunEventAsync(pool, invocation);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            case "DryRun":
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            case var other:
                throw new FunctionInvocationException(
                    "InvalidParameterValueException",
                    400,
                    $"X-Amz-Invocation-Type is '{other}', expected RequestResponse, Event or DryRun.");
        }
    }

    private async Task RequestResponseAsync(FunctionPool pool, Invocation invocation, HttpContext context)
    {
        var answer = await pool.InvokeAsync(invocation, context.RequestAborted);
        var headers = context.Response.Headers;
        headers["x-amz-executed-version"] = "$LATEST";
        if (answer.FunctionError is { } error)
        {
            headers["x-amz-function-error"] = error;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            await Task.Delay(LogsSettle, time, context.RequestAborted);
            headers["x-amz-log-result"] = Convert.ToBase64String(invocation.Log.ToArray());
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Payload.Length;
        await context.Response.Body.WriteAsync(answer.Payload, context.RequestAborted);
    }

    // Lambda would try a failed event twice more, minutes later; here it is tried once.
    private async Task RunEventAsync(FunctionPool pool, Invocation invocation)
    {
        try
        {
            var answer = await pool.InvokeAsync(invocation, CancellationToken.None);
            if (answer.FunctionError is not null)
            {
                log(pool.Definition.Name, $"Event invocation {invocation.RequestId} failed.");
            }
        }
        catch (FunctionInvocationException exception)
        {
            log(pool.Definition.Name, $"Event invocation {invocation.RequestId} was dropped: {exception.Message}");
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var descriptions = functions.Pools.Select(pool => FunctionDescription.Of(pool.Definition));
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["Functions"] = new JsonArray([.. descriptions]) }, context.RequestAborted);
    }

    private Task GetAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        new JsonObject { ["Configuration"] = Description(context), ["Tags"] = new JsonObject() },
        context.RequestAborted);

    private Task GetConfigurationAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(Description(context), context.RequestAborted);

    private JsonObject Description(HttpContext context) =>
        FunctionDescription.Of(functions.Find(FunctionIn(context)).Definition);

    private static string FunctionIn(HttpContext context) =>
        (string)context.Request.RouteValues["function"]!; // The route has it.

    private static RequestDelegate Answer(RequestDelegate answer) => async context =>
    {
        try
        {
            await answer(context);
        }
        catch (FunctionInvocationException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
            context.Response.Headers["x-amzn-ErrorType"] = exception.Error;
            await context.Response.WriteAsJsonAsync(
                new JsonObject
                {
                    ["Type"] = exception.StatusCode < 500 ? "User" : "Service",
                    ["Message"] = exception.Message,
                },
                context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; the function, as in AWS, goes on.
        }
    };
}
