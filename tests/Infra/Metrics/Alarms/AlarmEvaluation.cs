namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>Lets an alarm see samples, and tells its state at the end of each of its periods. Source:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html. CloudWatch looks more often
/// than once a period; what is beyond the threshold then is so at the period's end, too.</summary>
internal static class AlarmEvaluation
{
    /// <param name="samples">The samples of a metric in a minute, counted from 0; metrics without data have
    /// none.</param>
    /// <param name="seconds">How long to look on.</param>
    public static IReadOnlyList<(int AtSeconds, AlarmState State)> Of(
        AlarmDefinition alarm, Func<MetricKey, int, IReadOnlyList<double>> samples, int seconds)
    {
        var states = new List<(int, AlarmState)>();
        var points = new List<double?>();
        var state = AlarmState.Ok;
        for (var end = alarm.PeriodSeconds; end <= seconds; end += alarm.PeriodSeconds)
        {
            points.Add(Point(alarm, samples, end));
            state = Next(alarm, [.. points.TakeLast(alarm.Periods)], state);
            states.Add((end, state));
        }

        return states;
    }

    private static double? Point(AlarmDefinition alarm, Func<MetricKey, int, IReadOnlyList<double>> samples, int end)
    {
        const int minute = 60;
        if (alarm.PeriodSeconds % minute != 0)
        {
            throw new NotSupportedException(
                $"A period of {alarm.PeriodSeconds} s is not evaluated here, expected whole minutes.");
        }

        var values = alarm.Metrics.ToDictionary(
            metric => metric.Id,
            metric => Statistic.Of(
                metric.Statistic,
                [
                    .. Enumerable.Range((end - alarm.PeriodSeconds) / minute, alarm.PeriodSeconds / minute)
                        .SelectMany(at => samples(metric.Key, at)),
                ]),
            StringComparer.Ordinal);
        return alarm.Expression is null ? values.Values.Single() : MetricMath.Evaluate(alarm.Expression, values);
    }

    private static AlarmState Next(AlarmDefinition alarm, IReadOnlyList<double?> points, AlarmState before)
    {
        // Before the first sample there is none.
        var missing = alarm.Periods - points.Count(one => one is not null);
        var beyond = points.Count(one => one is { } value && IsBeyond(alarm, value));
        return alarm.TreatMissingData switch
        {
            "notBreaching" => beyond >= alarm.Datapoints ? AlarmState.Alarm : AlarmState.Ok,
            "breaching" => beyond + missing >= alarm.Datapoints ? AlarmState.Alarm : AlarmState.Ok,
            "missing" when missing == alarm.Periods => AlarmState.InsufficientData,
            "ignore" or "missing" => beyond >= alarm.Datapoints ? AlarmState.Alarm
                : beyond + missing < alarm.Datapoints ? AlarmState.Ok
                : before,
            var unknown => throw new NotSupportedException($"Missing data are '{unknown}', which is not known here."),
        };
    }

    private static bool IsBeyond(AlarmDefinition alarm, double value) => alarm.Operator switch
    {
        "GreaterThanThreshold" => value > alarm.Threshold,
        "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
        "LessThanThreshold" => value < alarm.Threshold,
        "LessThanOrEqualToThreshold" => value <= alarm.Threshold,
        var unknown => throw new NotSupportedException($"The comparison '{unknown}' is not known here."),
    };
}
