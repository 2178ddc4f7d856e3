using System.Collections.Immutable;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics;

/// <summary>One metric, as CloudWatch tells metrics apart.</summary>
/// <param name="Dimensions"><c>Name=Value</c>, sorted, with commas between them; names as AWS will have them.</param>
internal sealed record MetricKey(string Namespace, string Name, string Dimensions)
{
    public static MetricKey Of(
        string space, string name, params IEnumerable<(string Name, string Value)> dimensions) => new(
            space,
            name,
            string.Join(',', dimensions.Select(one => $"{one.Name}={one.Value}").Order(StringComparer.Ordinal)));

    public static MetricKey Of(
        RecordedProgram program, string space, string name, ImmutableDictionary<string, object> dimensions) =>
        Of(space, name, dimensions.Select(one => (one.Key, Targets.Named(program, (string)one.Value))));

    public override string ToString() => $"{Namespace} {Name}{(Dimensions.Length > 0 ? $" of {Dimensions}" : "")}";
}
