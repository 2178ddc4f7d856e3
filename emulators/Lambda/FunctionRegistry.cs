using System.Collections.Concurrent;
using System.Text.Json;
using CallRecording.Emulators.Lambda.Processes;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Lambda;

/// <summary>The functions that there are, and one invocation of one of them as the service makes it.</summary>
internal sealed class FunctionRegistry(TimeProvider time) : IFunctions
{
    private static readonly byte[] NoPayload = "{}"u8.ToArray();

    private readonly ConcurrentDictionary<string, FunctionPool> pools = new();

    public IEnumerable<FunctionPool> Pools =>
        pools.Values.OrderBy(pool => pool.Definition.Name, StringComparer.Ordinal);

    public void Add(FunctionPool pool)
    {
        if (!pools.TryAdd(pool.Definition.Name, pool))
        {
            throw new InvalidOperationException($"Function {pool.Definition.Name} is registered already.");
        }
    }

    /// <exception cref="FunctionInvocationException">There is no such function.</exception>
    public FunctionPool Find(string function) =>
        FunctionName.Parse(function) is { } name && pools.TryGetValue(name, out var pool)
            ? pool
            : throw new FunctionInvocationException(
                "ResourceNotFoundException",
                404,
                $"Function not found: {EmulatedAccount.FunctionArn(FunctionName.Parse(function) ?? function)}");

    /// <summary>Checks what the service checks before a function sees it.</summary>
    /// <exception cref="FunctionInvocationException">The payload is too large, or not JSON.</exception>
    public Invocation Accept(InvokeRequest request)
    {
        var payload = request.Payload;
        if (payload.Length > PayloadLimits.Request)
        {
            throw new FunctionInvocationException(
                "RequestTooLargeException",
                413,
                $"Request is {payload.Length} bytes, must be smaller than {PayloadLimits.Request} bytes "
                + "for the InvokeFunction operation");
        }

        var json = payload.Length == 0 ? NoPayload : payload;
        if (!IsJson(json.Span))
        {
            throw new FunctionInvocationException(
                "InvalidRequestContentException", 400, "Could not parse request body into json.");
        }

        return new(request, request.RequestId ?? Guid.CreateVersion7(time.GetUtcNow()).ToString(), json);
    }

    public Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) =>
        Find(request.Function).InvokeAsync(Accept(request), cancellationToken);

    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
