using CallRecording.Infra.Monitoring;
using CallRecording.Tests.Infra.Code;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Metrics that functions write into their logs in CloudWatch's embedded format.</summary>
internal static class EmbeddedMetricLines
{
    /// <summary>Those of the program whose names stand in the functions' code, and none where the namespace does
    /// not.</summary>
    public static IReadOnlySet<string> Names { get; } = new[] { MetricNames.CallsSettled, MetricNames.OldestInProgress }
        .Where(name => IsWritten(MetricNames.Namespace) && IsWritten(name))
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsWritten(string name) =>
        TaskTexts.All.Any(text => text.Contains(name, StringComparison.Ordinal));
}
