using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Engine;

/// <summary>The stack's settings, which the CLI (or a test) leaves in PULUMI_CONFIG as a JSON object.</summary>
internal sealed class StackConfig
{
    private const string Variable = "PULUMI_CONFIG";
    private const string LegacyInfix = "config:";

    private readonly ImmutableDictionary<string, string> values;

    private StackConfig(ImmutableDictionary<string, string> values) => this.values = values;

    public static StackConfig FromEnvironment()
    {
        var result = ImmutableDictionary.CreateBuilder<string, string>();
        if (Environment.GetEnvironmentVariable(Variable) is { } json)
        {
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                result[WithoutInfix(property.Name)] = property.Value.ToString();
            }
        }

        return new(result.ToImmutable());
    }

    public string? Get(string key) => values.GetValueOrDefault(key);

    // Old stacks say project:config:name for project:name.
    private static string WithoutInfix(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && key[(colon + 1)..].StartsWith(LegacyInfix, StringComparison.Ordinal)
            ? key.Remove(colon + 1, LegacyInfix.Length)
            : key;
    }
}
