namespace CallRecording.Tests.Infra.Metrics.Alarms;

public sealed class AlarmEvaluationTests
{
    private static readonly MetricKey Metric = MetricKey.Of("N", "M");

    /// <summary>Of the example "M out of N" in CloudWatch's user guide: 3 of the last 5 minutes.</summary>
    [Theory]
    [InlineData("-----", "notBreaching", AlarmState.Ok)]
    [InlineData("-----", "breaching", AlarmState.Alarm)]
    [InlineData("-----", "missing", AlarmState.InsufficientData)]
    [InlineData("-----", "ignore", AlarmState.Ok)]
    [InlineData("XX-X-", "notBreaching", AlarmState.Alarm)]
    [InlineData("XX-0-", "notBreaching", AlarmState.Ok)]
    [InlineData("XX-0-", "breaching", AlarmState.Alarm)]
    [InlineData("0X0X0", "missing", AlarmState.Ok)]
    [InlineData("XXX-----", "ignore", AlarmState.Alarm)]
    [InlineData("XXX-----", "notBreaching", AlarmState.Ok)]
    public void Missing_data_are_treated_as_the_alarm_says(string minutes, string treatment, object expected)
    {
        var alarm = Alarm() with { Periods = 5, Datapoints = 3, TreatMissingData = treatment };

        var states = AlarmEvaluation.Of(
            alarm, (_, at) => minutes[at] switch { 'X' => [2], '0' => [0], _ => [] }, 60 * minutes.Length);

        Assert.Equal(expected, states[^1].State);
    }

    [Theory]
    [InlineData("GreaterThanThreshold", false, true)]
    [InlineData("GreaterThanOrEqualToThreshold", true, true)]
    [InlineData("LessThanThreshold", false, false)]
    [InlineData("LessThanOrEqualToThreshold", true, false)]
    public void A_threshold_has_a_side(string comparison, bool at, bool above)
    {
        var alarm = Alarm() with { Operator = comparison };

        Assert.Equal(at, Rings(alarm, 1));
        Assert.Equal(above, Rings(alarm, 2));
    }

    [Theory]
    [InlineData("Sum", 10)]
    [InlineData("Average", 2.5)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 4)]
    [InlineData("SampleCount", 4)]
    [InlineData("p50", 2)]
    [InlineData("p95", 4)]
    public void A_statistic_is_of_the_samples_of_a_period(string statistic, double expected) =>
        Assert.Equal(expected, Statistic.Of(statistic, [4, 1, 3, 2]));

    [Theory]
    [InlineData("IF(invocations > 0, 100 * errors / invocations, 0)", 6.0, 100.0, 6.0)]
    [InlineData("IF(invocations > 0, 100 * errors / invocations, 0)", 0.0, 0.0, 0.0)]
    [InlineData("IF(invocations > 0, 100 * errors / invocations, 0)", 6.0, null, null)]
    [InlineData("errors / invocations", 1.0, 0.0, null)]
    [InlineData("SUM(METRICS())", 1.0, null, 1.0)]
    [InlineData("SUM(METRICS())", null, null, null)]
    [InlineData("2 + 3 * (errors - 1)", 3.0, null, 8.0)]
    public void Metric_math_is_computed_for_each_data_point(
        string expression, double? errors, double? invocations, double? expected)
    {
        var metrics = new Dictionary<string, double?> { ["errors"] = errors, ["invocations"] = invocations };

        Assert.Equal(expected, MetricMath.Evaluate(expression, metrics));
    }

    [Theory]
    [InlineData("RATE(errors)")]
    [InlineData("errors ? 1")]
    [InlineData("errors 1")]
    [InlineData("IF(errors > 0")]
    public void Metric_math_that_is_not_known_is_refused(string expression) => Assert.Throws<NotSupportedException>(
        () => MetricMath.Evaluate(expression, new Dictionary<string, double?> { ["errors"] = 1 }));

    [Fact]
    public void What_an_alarm_says_that_is_not_known_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => Rings(Alarm() with { Operator = "GreaterThanUpperThreshold" }, 1));
        Assert.Throws<NotSupportedException>(() => Rings(Alarm() with { TreatMissingData = "sometimes" }, 1));
        Assert.Throws<NotSupportedException>(() => Rings(Alarm() with { PeriodSeconds = 10 }, 1));
        Assert.Throws<NotSupportedException>(() => Statistic.Of("Median", [1]));
    }

    private static bool Rings(AlarmDefinition alarm, double sample) =>
        AlarmEvaluation.Of(alarm, (_, _) => [sample], 60)[^1].State is AlarmState.Alarm;

    private static AlarmDefinition Alarm() =>
        new([new("m", Metric, "Maximum", 60)], null, 60, 1, 1, "GreaterThanThreshold", 1, "notBreaching");
}
