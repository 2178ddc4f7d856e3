namespace CallRecording.Emulators.Lambda;

/// <summary>What the service says when a function cannot run now.</summary>
internal static class FunctionRefusals
{
    public static FunctionInvocationException Throttled(FunctionDefinition function) => new(
        "TooManyRequestsException",
        429,
        $"Rate Exceeded: {function.Name} runs {function.MaximumConcurrency} at most, and the others waited too long.");

    public static FunctionInvocationException Stopping(FunctionDefinition function) =>
        new("ServiceException", 500, $"{function.Name} is being stopped.");
}
