using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;

namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>Functions that answer as a test says, and remember what they were asked.</summary>
internal sealed class ScriptedFunctions : IFunctions
{
    private readonly ConcurrentDictionary<string, Queue<Func<JsonNode?, Task<FunctionResponse>>>> scripts = [];
    private readonly ConcurrentQueue<(string Function, string Payload)> calls = [];
    private readonly ConcurrentQueue<string?> requestIds = [];
    private TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<(string Function, string Payload)> Calls => [.. calls];

    /// <summary>What each call chose as its request id.</summary>
    public IReadOnlyList<string?> RequestIds => [.. requestIds];

    public IReadOnlyList<string> CalledFunctions => [.. calls.Select(call => call.Function)];

    /// <summary>Completes when a call hangs.</summary>
    public Task Hanging => hanging.Task;

    /// <summary>One call's answer; the last one answers all later calls as well.</summary>
    public ScriptedFunctions On(string function, Func<JsonNode?, Task<FunctionResponse>> answer)
    {
        scripts.GetOrAdd(function, _ => []).Enqueue(answer);
        return this;
    }

    public ScriptedFunctions Returns(string function, string json) =>
        On(function, _ => Task.FromResult(Response(json)));

    public ScriptedFunctions Echoes(string function) =>
        On(function, payload => Task.FromResult(Response(payload?.ToJsonString() ?? "null")));

    public ScriptedFunctions Throws(string function, string errorType, string message = "It broke.") => On(
        function,
        _ => Task.FromResult(Response(
            JsonSerializer.Serialize(new { errorType, errorMessage = message }), "Unhandled")));

    public ScriptedFunctions IsRefused(string function, string error, int statusCode) => On(
        function,
        _ => throw new FunctionInvocationException(error, statusCode, "Rate exceeded."));

    public ScriptedFunctions Hangs(string function) => On(function, _ =>
    {
        hanging.SetResult();
        return new TaskCompletionSource<FunctionResponse>().Task;
    });

    /// <summary>So that the next hanging call can be awaited.</summary>
    public void ForgetHanging() =>
        hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var node = JsonNode.Parse(request.Payload.Span);
        request.OnStarted();
        requestIds.Enqueue(request.RequestId);
        calls.Enqueue((request.Function, node?.ToJsonString() ?? "null"));
        return await NextAnswer(request.Function)(node);
    }

    public static FunctionResponse Response(string json, string? error = null) =>
        new("request-1", System.Text.Encoding.UTF8.GetBytes(json), error);

    private Func<JsonNode?, Task<FunctionResponse>> NextAnswer(string function)
    {
        var script = scripts[function];
        lock (script)
        {
            return script.Count > 1 ? script.Dequeue() : script.Peek();
        }
    }
}
