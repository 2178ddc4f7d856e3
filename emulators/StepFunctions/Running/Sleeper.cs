namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>Lets an execution sleep: a timer, no thread, and no activity.</summary>
internal sealed class Sleeper(TimeProvider time, Activity activity)
{
    /// <summary>Timers cannot be set for a year; a longer sleep ends early and is begun again.</summary>
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(40);

    /// <summary>Returns at that time, or earlier when it is cancelled.</summary>
    public async Task SleepAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isAwake = 0;
        void Wake()
        {
            if (Interlocked.Exchange(ref isAwake, 1) != 0)
            {
                return;
            }

            // In the timer's own call, so that the activity is never idle between the timer and the work it starts.
            activity.Enter();
            woken.SetResult();
        }

        var length = TimeSpan.FromTicks(Math.Clamp((until - time.GetUtcNow()).Ticks, 0, MaxTimer.Ticks));
        await using var timer = time.CreateTimer(_ => Wake(), null, length, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(_ => Wake(), null);
        activity.Leave();
        await woken.Task;
    }
}
