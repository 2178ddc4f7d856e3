namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>Keeps a function that cannot start from being started over and over.</summary>
/// <param name="retry">Called when a start may be tried again.</param>
internal sealed class StartBackoff(TimeProvider time, Action retry) : IDisposable
{
    private const int MaxDoublings = 7;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

    private ITimer? timer;

    /// <summary>How many starts failed, one after the other, until now.</summary>
    public int Failures { get; private set; }

    /// <summary>The last start failed.</summary>
    public bool Failing => Failures > 0;

    /// <summary>No start before <c>retry</c> is called.</summary>
    public bool Waiting { get; private set; }

    public void Failed()
    {
        var delay = FirstDelay * (1 << Math.Min(Failures++, MaxDoublings));
        Waiting = true;
        timer?.Dispose();
        timer = time.CreateTimer(_ => Resume(), null, delay, Timeout.InfiniteTimeSpan);
    }

    public void Reset()
    {
        Failures = 0;
        Waiting = false;
    }

    public void Dispose() => timer?.Dispose();

    private void Resume()
    {
        Waiting = false;
        retry();
    }
}
