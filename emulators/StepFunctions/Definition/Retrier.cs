using CallRecording.Emulators.StepFunctions.Definition.Reading;

namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>One entry of Retry, with AWS's defaults.</summary>
internal sealed record Retrier(ErrorNames Errors)
{
    /// <summary>AWS's bound for IntervalSeconds: without MaxDelaySeconds a backoff would outgrow every clock.</summary>
    private const int MaxIntervalSeconds = 99_999_999;

    public int IntervalSeconds { get; init; } = 1;

    /// <summary>0 means: do not retry these errors.</summary>
    public int MaxAttempts { get; init; } = 3;

    public double BackoffRate { get; init; } = 2;

    public int? MaxDelaySeconds { get; init; }

    public bool FullJitter { get; init; }

    /// <param name="attempt">1 for the first retry.</param>
    /// <param name="chance">Between 0 and 1; asked only when this retrier jitters.</param>
    public TimeSpan Delay(int attempt, Func<double> chance)
    {
        var seconds = IntervalSeconds * Math.Pow(BackoffRate, attempt - 1);
        seconds = Math.Min(seconds, MaxDelaySeconds ?? MaxIntervalSeconds);
        return TimeSpan.FromSeconds(FullJitter ? seconds * chance() : seconds);
    }
}
