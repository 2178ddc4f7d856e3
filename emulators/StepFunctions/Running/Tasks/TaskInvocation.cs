namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>What a task invokes.</summary>
/// <param name="RequestId">The same whenever this invocation is made again after a restart, and no other's.</param>
/// <param name="Timeout">How long the function may take, from when a process has it.</param>
/// <param name="Deadline">When the whole execution times out.</param>
internal sealed record TaskInvocation(
    string Function, ReadOnlyMemory<byte> Payload, string RequestId, TimeSpan Timeout, DateTimeOffset Deadline);
