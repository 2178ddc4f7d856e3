namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>One sample of a metric that a log line makes.</summary>
/// <param name="Value">NaN where the line has no number for it.</param>
internal sealed record LoggedMetric(MetricKey Metric, double Value);
