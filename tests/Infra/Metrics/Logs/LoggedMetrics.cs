using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>What CloudWatch makes of a line in a log group: what the group's metric filters count, and metrics that the
/// line itself embeds.</summary>
internal static class LoggedMetrics
{
    private const string FilterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    private const string GroupType = "aws:cloudwatch/logGroup:LogGroup";

    /// <param name="group">The log group's name.</param>
    public static IReadOnlyList<LoggedMetric> Of(RecordedProgram program, string group, string line) =>
    [
        .. program.Of(FilterType)
            .Where(filter => GroupOf(program, filter) == group && FilterPattern.Matches(filter.Text("pattern"), line))
            .Select(filter => Count(program, filter.Block("metricTransformation"), line)),
        .. Embedded(line),
    ];

    private static string? GroupOf(RecordedProgram program, Registration filter) =>
        Targets.Of(program, filter.Text("logGroupName"), GroupType, "name", "id")?.Text("name");

    private static LoggedMetric Count(RecordedProgram program, ImmutableDictionary<string, object> metric, string line)
    {
        var dimensions = metric.GetValueOrDefault("dimensions") as ImmutableDictionary<string, object>;
        return new(
            MetricKey.Of(
                program, (string)metric["namespace"], (string)metric["name"],
                dimensions ?? ImmutableDictionary<string, object>.Empty),
            Value((string)metric["value"], line));
    }

    /// <summary>A number, or where the line has one.</summary>
    private static double Value(string value, string line) => value.StartsWith("$.", StringComparison.Ordinal)
        ? FilterPattern.Select(value, FilterPattern.Json(line)) is { } field
            && field.GetValueKind() is JsonValueKind.Number
            ? field.Deserialize<double>()
            : double.NaN
        : double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    /// <remarks>CloudWatch_Embedded_Metric_Format_Specification.html of
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/.</remarks>
    private static IEnumerable<LoggedMetric> Embedded(string line)
    {
        if (FilterPattern.Json(line) is not JsonObject json
            || json["_aws"]?["CloudWatchMetrics"] is not JsonArray directives)
        {
            return [];
        }

        return from directive in directives
               from metric in directive!["Metrics"]!.AsArray()
               from dimensions in directive["Dimensions"]!.AsArray()
               let name = (string)metric!["Name"]!
               select new LoggedMetric(
                   MetricKey.Of(
                       (string)directive["Namespace"]!,
                       name,
                       dimensions!.AsArray().Select(one => ((string)one!, (string)json[(string)one!]!))),
                   json[name]!.Deserialize<double>());
    }
}
