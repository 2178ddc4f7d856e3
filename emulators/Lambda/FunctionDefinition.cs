namespace CallRecording.Emulators.Lambda;

/// <param name="Handler">What the executable reads from _HANDLER.</param>
/// <param name="MemoryMb">Told to the function, whose runtime client holds its heap to it; nothing else does.</param>
/// <param name="MaximumConcurrency">How many processes may run at the same time.</param>
/// <param name="Environment">The function's own variables, over the ones that Lambda sets.</param>
internal sealed record FunctionDefinition(
    string Name,
    string Handler,
    TimeSpan Timeout,
    int MemoryMb,
    int MaximumConcurrency,
    IReadOnlyDictionary<string, string> Environment);
