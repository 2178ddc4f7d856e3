using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.Protocol;

/// <summary>The server side of AWS's JSON protocols: POST /, the operation in X-Amz-Target, errors by __type.</summary>
/// <param name="targetPrefix">What stands before the dot in X-Amz-Target.</param>
/// <param name="version">1.0 or 1.1, the protocol's.</param>
internal sealed class AwsJsonService(string targetPrefix, string version)
{
    private static readonly string[] ContentTypes =
        ["application/x-amz-json-1.0", "application/x-amz-json-1.1", "application/json"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, Func<JsonObject, CancellationToken, Task<JsonObject>>> operations = [];

    public AwsJsonService On(string operation, Func<JsonObject, CancellationToken, Task<JsonObject>> answer)
    {
        operations.Add(operation, answer);
        return this;
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/", AnswerAsync);

    /// <summary>The same operations, but only these.</summary>
    public AwsJsonService Only(params ReadOnlySpan<string> names)
    {
        var narrow = new AwsJsonService(targetPrefix, version);
        foreach (var name in names)
        {
            narrow.On(name, operations[name]);
        }

        return narrow;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = $"application/x-amz-json-{version}";
        // Chance is right here: a request id names one HTTP exchange and is never stored.
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        try
        {
            CheckContentType(context.Request);
            var request = await ReadAsync(context.Request, context.RequestAborted);
            var answer = await Find(context.Request)(request, context.RequestAborted);
            await WriteAsync(context.Response, answer);
        }
        catch (AwsFault fault)
        {
            context.Response.StatusCode = fault.StatusCode;
            context.Response.Headers["x-amzn-ErrorType"] = fault.Code;
            await WriteAsync(context.Response, new JsonObject { ["__type"] = fault.Code, ["message"] = fault.Message });
        }
    }

    private Func<JsonObject, CancellationToken, Task<JsonObject>> Find(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        var operation = target.StartsWith(targetPrefix + ".", StringComparison.Ordinal)
            ? target[(targetPrefix.Length + 1)..]
            : string.Empty;
        return operations.TryGetValue(operation, out var answer)
            ? answer
            : throw new AwsFault(
                "UnknownOperationException",
                $"'{target}' is not served here; served are {string.Join(", ", operations.Keys)}.");
    }

    private static void CheckContentType(HttpRequest request)
    {
        if (!ContentTypes.Contains(request.MediaType(), StringComparer.OrdinalIgnoreCase))
        {
            throw new AwsFault(
                "SerializationException",
                $"The content type is '{request.MediaType()}', expected {string.Join(" or ", ContentTypes)}.",
                StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, null, Strict, cancellationToken) as JsonObject
                ?? throw new AwsFault("SerializationException", "The request's body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new AwsFault("SerializationException", "The request's body is not JSON.");
        }
    }

    private static async Task WriteAsync(HttpResponse response, JsonObject answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
