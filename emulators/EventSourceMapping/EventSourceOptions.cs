namespace CallRecording.Emulators.EventSourceMapping;

/// <param name="Function">Gets the batches.</param>
/// <param name="MaximumConcurrency">How many batches may be with the function at the same time.</param>
internal sealed record EventSourceOptions(string QueueUrl, string QueueArn, string Function, int MaximumConcurrency)
{
    /// <summary>SQS gives ten at most.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>The queue's own.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }
}
