using CallRecording.Infra.Monitoring;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>What the functions' logs are counted for: found out on lines that they wrote.</summary>
internal static class LogMetricRules
{
    public static IEnumerable<string> A_log_line_counts_for_what_happened_and_for_nothing_else(RecordedProgram program)
    {
        foreach (var recorded in RecordedLine.All)
        {
            var made = LoggedMetrics.Of(program, recorded.Group, recorded.Line.ToJsonString())
                .Select(one => $"{one.Metric}: {one.Value}").Order(StringComparer.Ordinal).ToList();
            var expected = recorded.Metrics
                .Select(one => $"{MetricNames.Namespace} {one.Key}: {one.Value}").Order(StringComparer.Ordinal)
                .ToList();
            if (!made.SequenceEqual(expected))
            {
                yield return $"When {recorded.What}, the line of {recorded.Function} counts for {Told(made)}, expected "
                    + $"{Told(expected)}.";
            }
        }
    }

    /// <summary>A metric that no recorded line makes was never seen to be made.</summary>
    public static IEnumerable<string> A_line_is_recorded_for_each_metric_that_logs_are_counted_for(
        RecordedProgram program)
    {
        var seen = RecordedLine.All.SelectMany(one => one.Metrics.Keys).ToHashSet(StringComparer.Ordinal);
        return program.Of("aws:cloudwatch/logMetricFilter:LogMetricFilter")
            .Select(filter => (string)filter.Block("metricTransformation")["name"])
            .Distinct()
            .Where(metric => !seen.Contains(metric))
            .Select(metric => $"No recorded line counts for {metric}.");
    }

    private static string Told(List<string> metrics) => metrics.Count == 0 ? "nothing" : string.Join(", ", metrics);
}
