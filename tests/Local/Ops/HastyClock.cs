namespace CallRecording.Tests.Local.Ops;

/// <summary>A clock that is at the end of each pause at once.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly List<TimeSpan> pauses = [];
    private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<double> PausesInSeconds => [.. pauses.Select(pause => pause.TotalSeconds)];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        pauses.Add(dueTime);
        now += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
