namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>A clock that stands still until it is moved, usually to the next timer.</summary>
internal sealed class SkippedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly SortedSet<Alarm> alarms = [];
    private long made;
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <returns>False when no timer is set.</returns>
    public bool SkipToNext()
    {
        Alarm? next;
        lock (guard)
        {
            next = alarms.Min;
            if (next is null)
            {
                return false;
            }

            alarms.Remove(next);
            now = next.Due > now ? next.Due : now;
        }

        next.Ring();
        return true;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextIsDue(end))
        {
            SkipToNext();
        }

        lock (guard)
        {
            now = end;
        }
    }

    private bool NextIsDue(DateTimeOffset end)
    {
        lock (guard)
        {
            return alarms.Min is { } next && next.Due <= end;
        }
    }

    private sealed class Alarm(SkippedTime time, Action ring) : ITimer, IComparable<Alarm>
    {
        // Of those that are due together the first one made rings first.
        private readonly long number = Interlocked.Increment(ref time.made);

        public DateTimeOffset Due { get; private set; }

        public int CompareTo(Alarm? other) => (Due, number).CompareTo((other!.Due, other.number)); // No set has nulls.

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.guard)
            {
                time.alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                Due = time.now + dueTime;
                time.alarms.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.guard)
            {
                time.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
