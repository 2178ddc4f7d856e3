namespace CallRecording.Tasks.Calls;

/// <summary>The state of a call's item.</summary>
/// <param name="Status">One of <see cref="CallStatus"/>.</param>
/// <param name="ExecutionArn">The execution that owns it.</param>
/// <param name="UpdatedAt">As the item has it: every write changes it.</param>
/// <param name="ExecutionInput">What its execution is started with; null once that has begun.</param>
internal sealed record CallProgress(
    string CallId, string Status, string ExecutionArn, string UpdatedAt, string? ExecutionInput);
