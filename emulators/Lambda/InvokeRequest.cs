namespace CallRecording.Emulators.Lambda;

/// <summary>One RequestResponse invocation, as a caller asks for it.</summary>
/// <param name="Function">A function's name or ARN.</param>
/// <param name="Payload">One JSON document, UTF-8.</param>
internal sealed record InvokeRequest(string Function, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What the function sees as its AwsRequestId, a UUID; null: the service makes one. A caller that repeats
    /// an invocation repeats it.</summary>
    public string? RequestId { get; init; }

    /// <summary>True to wait for a free process without a limit: on one machine a burst waits in a queue, where
    /// Lambda runs more instances at once. False to be throttled after a limit.</summary>
    public bool Queues { get; init; }

    /// <summary>Called when a process gets it, from any thread; again when that one ended before it saw it.</summary>
    public Action OnStarted { get; init; } = () => { };
}
