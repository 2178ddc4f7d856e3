using System.Collections.Immutable;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>An alarm as CloudWatch has it.</summary>
/// <param name="PeriodSeconds">Of each of its metrics.</param>
/// <param name="Datapoints">How many of the last <paramref name="Periods"/> must be beyond the threshold.</param>
/// <param name="Expression">What is computed of the metrics; null: the one metric itself.</param>
internal sealed record AlarmDefinition(
    IReadOnlyList<AlarmMetric> Metrics,
    string? Expression,
    int PeriodSeconds,
    int Periods,
    int Datapoints,
    string Operator,
    double Threshold,
    string TreatMissingData)
{
    public const string Type = "aws:cloudwatch/metricAlarm:MetricAlarm";

    /// <exception cref="NotSupportedException">The alarm has something that is not evaluated here.</exception>
    public static AlarmDefinition Of(RecordedProgram program, Registration alarm)
    {
        var queries = alarm.List("metricQueries").Cast<ImmutableDictionary<string, object>>().ToList();
        var metrics = queries.Count == 0
            ? [Single(program, alarm)]
            : queries.Where(one => one.ContainsKey("metric")).Select(one => Watched(program, one)).ToList();
        var periods = (int)alarm.Number("evaluationPeriods");
        return new(
            metrics,
            queries.Count == 0 ? null : Returned(alarm, queries),
            OnePeriod(alarm, metrics),
            periods,
            alarm.Inputs.ContainsKey("datapointsToAlarm") ? (int)alarm.Number("datapointsToAlarm") : periods,
            alarm.Text("comparisonOperator"),
            alarm.Number("threshold"),
            // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
            alarm.Text("treatMissingData") is { Length: > 0 } treated ? treated : "missing");
    }

    private static AlarmMetric Single(RecordedProgram program, Registration alarm) => new(
        "metric",
        MetricKey.Of(program, alarm.Text("namespace"), alarm.Text("metricName"), alarm.Block("dimensions")),
        alarm.Text("statistic") is { Length: > 0 } statistic ? statistic : alarm.Text("extendedStatistic"),
        (int)alarm.Number("period"));

    private static AlarmMetric Watched(RecordedProgram program, ImmutableDictionary<string, object> query)
    {
        var metric = (ImmutableDictionary<string, object>)query["metric"];
        return new(
            (string)query["id"],
            MetricKey.Of(
                program, (string)metric["namespace"], (string)metric["metricName"],
                (ImmutableDictionary<string, object>)metric["dimensions"]),
            (string)metric["stat"],
            (int)(double)metric["period"]);
    }

    private static string Returned(Registration alarm, List<ImmutableDictionary<string, object>> queries)
    {
        var returned = queries.Where(one => one.GetValueOrDefault("returnData") is true).ToList();
        return returned is [var only] && only.TryGetValue("expression", out var expression)
            ? (string)expression
            : throw new NotSupportedException(
                $"{alarm.Name} returns {returned.Count} of its queries, expected one expression.");
    }

    private static int OnePeriod(Registration alarm, IReadOnlyList<AlarmMetric> metrics) =>
        metrics.Select(one => one.PeriodSeconds).Distinct().ToList() is [var only]
            ? only
            : throw new NotSupportedException(
                $"{alarm.Name} has periods of {string.Join(", ", metrics.Select(one => one.PeriodSeconds).Distinct())} "
                    + "s, expected one.");
}
