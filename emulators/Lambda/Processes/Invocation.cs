namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>One event on its way through a function.</summary>
internal sealed class Invocation(InvokeRequest request, string requestId, ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource<FunctionResponse> completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>It waits for a process without an end.</summary>
    public bool Queues => request.Queues;

    public LogTail Log { get; } = new();

    /// <summary>How often it was given to a process.</summary>
    public int Assignments { get; private set; }

    public Task<FunctionResponse> Completion => completion.Task;

    public void Assigned()
    {
        Assignments++;
        request.OnStarted();
    }

    public void Succeed(ReadOnlyMemory<byte> response) => completion.TrySetResult(new(RequestId, response, null));

    public void Fail(ReadOnlyMemory<byte> error) => completion.TrySetResult(new(RequestId, error, "Unhandled"));

    public void Refuse(FunctionInvocationException exception) => completion.TrySetException(exception);
}
