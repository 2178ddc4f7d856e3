using System.Collections.Concurrent;
using System.Text.Json;
using CallRecording.Emulators.Lambda;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

/// <summary>Functions whose answers the test gives, one for each event.</summary>
internal sealed class AnsweringFunctions(Func<JsonElement, Task<string>> answer) : IFunctions
{
    public ConcurrentQueue<JsonElement> Events { get; } = new();

    public string? FunctionError { get; set; }

    public async Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        request.OnStarted();
        var received = JsonSerializer.Deserialize<JsonElement>(request.Payload.Span);
        Events.Enqueue(received);
        return new("r", System.Text.Encoding.UTF8.GetBytes(await answer(received)), FunctionError);
    }
}
