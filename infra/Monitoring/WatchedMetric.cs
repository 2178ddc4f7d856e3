using Pulumi;
using Pulumi.Aws.CloudWatch.Inputs;

namespace CallRecording.Infra.Monitoring;

/// <summary>One of several metrics that an alarm computes with: its sum in five minutes.</summary>
internal sealed record WatchedMetric(string Namespace, string Metric)
{
    private const int PeriodSeconds = 300;

    public InputMap<string> Dimensions { get; init; } = [];

    /// <param name="id">Its name in the alarm's expression.</param>
    public MetricAlarmMetricQueryArgs Query(string id) => new()
    {
        Id = id,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = Namespace,
            MetricName = Metric,
            Dimensions = Dimensions,
            Period = PeriodSeconds,
            Stat = "Sum",
        },
    };
}
