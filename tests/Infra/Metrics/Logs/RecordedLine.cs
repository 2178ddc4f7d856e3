using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Metrics.Logs;

/// <summary>A line of a function's log, and what it must count for. Lines of calls were written in runs of the whole
/// system; a run has no line of Lambda's own (type <c>platform.report</c>:
/// https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html#platform-report), and none about a
/// table that cannot be written.</summary>
/// <param name="What">What had happened, in a few words.</param>
/// <param name="Function">The function's name, which its log group ends in.</param>
/// <param name="Metrics">Each metric of the project's own, with its value.</param>
internal sealed record RecordedLine(
    string What, string Function, IReadOnlyDictionary<string, double> Metrics, JsonObject Line)
{
    private static readonly JsonSerializerOptions Named = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyList<RecordedLine> All { get; } = JsonSerializer.Deserialize<RecordedLine[]>(
        File.ReadAllText(ProjectFiles.At("tests/Infra/Metrics/Logs/lines.json")), Named)!; // The file is not null.

    public string Group => $"/aws/lambda/{Function}";
}
