namespace CallRecording.Local.Lambda;

/// <summary>One event on its way through a function.</summary>
internal sealed class Invocation(string requestId, ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource<FunctionResponse> completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public LogTail Log { get; } = new();

    /// <summary>How often it was given to a process.</summary>
    public int Assignments { get; set; }

    public Task<FunctionResponse> Completion => completion.Task;

    public void Succeed(ReadOnlyMemory<byte> response) => completion.TrySetResult(new(RequestId, response, null));

    public void Fail(ReadOnlyMemory<byte> error) => completion.TrySetResult(new(RequestId, error, "Unhandled"));

    public void Refuse(FunctionInvocationException exception) => completion.TrySetException(exception);
}
