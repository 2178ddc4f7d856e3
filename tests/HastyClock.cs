namespace CallRecording.Tests;

/// <summary>A clock that is at the end of each pause at once.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> pauses = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (gate)
            {
                return [.. pauses];
            }
        }
    }

    public IReadOnlyList<double> PausesInSeconds => [.. Pauses.Select(pause => pause.TotalSeconds)];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            pauses.Add(dueTime);
            now += dueTime;
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
