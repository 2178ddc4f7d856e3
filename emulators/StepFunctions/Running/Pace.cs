namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>How fast waits go by, and the chance in retry delays.</summary>
internal sealed record Pace(double Speed, Func<double> Chance)
{
    /// <summary>Rounded up to whole milliseconds, which is what is stored.</summary>
    public TimeSpan Of(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds / Speed));
}
