namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>A metric that an alarm looks at.</summary>
/// <param name="Id">Its name in the alarm's expression.</param>
/// <param name="Statistic">Sum, Average, Minimum, Maximum, SampleCount, or a percentile such as p95.</param>
internal sealed record AlarmMetric(string Id, MetricKey Key, string Statistic, int PeriodSeconds);
