namespace CallRecording.Emulators.Lambda;

/// <param name="Executable">The one executable of all functions; it speaks the Lambda Runtime API.</param>
/// <param name="Port">For the Runtime API and the Invoke API; 0 is a free one.</param>
/// <param name="Log">Gets every line that a function writes, with the function's name, from any thread.</param>
internal sealed record FunctionHostOptions(string Executable, int Port, Action<string, string> Log)
{
    /// <summary>What the executable is started with: nothing, unless it only runs the one that is meant.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Idle processes end between once and twice this time.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an invocation waits for a free process before it is throttled.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many invocations of one function may wait before the next is throttled at once.</summary>
    public int MaxWaiting { get; init; } = 1000;

    /// <summary>Lambda allows 10 s; here many processes may start on a few cores that others keep busy.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many processes of one function start at the same time.</summary>
    public int MaxStarting { get; init; } = Math.Max(1, Environment.ProcessorCount);
}
