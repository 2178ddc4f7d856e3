namespace CallRecording.Local.StepFunctions.Running;

/// <summary>What a task invokes.</summary>
/// <param name="Until">When the task, or the whole execution, times out.</param>
internal sealed record Invocation(string Function, ReadOnlyMemory<byte> Payload, DateTimeOffset Until);
