using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace CallRecording.Infra.Monitoring;

/// <summary>Makes alarms: each rings above its number, is silent where there is nothing to measure, and tells the
/// topic.</summary>
internal sealed class AlarmSet(AlarmTopic topic, Resource parent)
{
    private const int PeriodsOfSeveral = 2;

    public void Add(Alarm alarm) => Add(alarm.Name, alarm.WhatToDo, alarm.Above, alarm.Periods, new()
    {
        Namespace = alarm.Namespace,
        MetricName = alarm.Metric,
        Dimensions = alarm.Dimensions,
        Statistic = IsPercentile(alarm.Statistic) ? null : (Input<string>)alarm.Statistic,
        ExtendedStatistic = IsPercentile(alarm.Statistic) ? (Input<string>)alarm.Statistic : null,
        Period = alarm.PeriodSeconds,
    });

    /// <summary>Of what an expression makes of several metrics, in ten minutes.</summary>
    /// <param name="result">The expression's id, itself, and what it is called.</param>
    /// <param name="metrics">By their names in the expression.</param>
    public void Add(
        string name,
        string whatToDo,
        double above,
        (string Id, string Expression, string Label) result,
        IEnumerable<(string Id, WatchedMetric Metric)> metrics)
    {
        var queries = new InputList<MetricAlarmMetricQueryArgs>();
        foreach (var (id, metric) in metrics)
        {
            queries.Add(metric.Query(id));
        }

        queries.Add(new MetricAlarmMetricQueryArgs
        {
            Id = result.Id,
            Expression = result.Expression,
            Label = result.Label,
            ReturnData = true,
        });
        Add(name, whatToDo, above, PeriodsOfSeveral, new() { MetricQueries = queries });
    }

    /// <summary>More than none of all of these together.</summary>
    public void AddSum(string name, string whatToDo, IEnumerable<WatchedMetric> metrics) => Add(
        name,
        whatToDo,
        above: 0,
        ("sum", "SUM(METRICS())", name),
        metrics.Select((metric, number) => ($"m{number + 1}", metric)));

    private void Add(string name, string whatToDo, double above, int periods, MetricAlarmArgs args)
    {
        args.Name = Names.Of(name);
        args.AlarmDescription = whatToDo;
        args.EvaluationPeriods = periods;
        args.Threshold = above;
        args.ComparisonOperator = "GreaterThanThreshold";
        // No message, no execution, no request: no problem.
        args.TreatMissingData = "notBreaching";
        args.AlarmActions = [topic.Arn];
        args.OkActions = [topic.Arn];
        _ = new MetricAlarm(Names.Of(name), args, new() { Parent = parent });
    }

    private static bool IsPercentile(string statistic) => statistic.StartsWith('p');
}
