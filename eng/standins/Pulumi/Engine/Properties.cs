using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Engine;

/// <summary>Properties ready for the engine, and the resources they came from.</summary>
internal sealed record Properties(ImmutableDictionary<string, object?> Values, HashSet<Resource> Resources)
{
    public static async Task<Properties> SerializeAsync(string label, IDictionary<string, object?> given)
    {
        var serializer = new Serializer();
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in given)
        {
            if (await SerializeAsync(serializer, $"{label}.{key}", key, value).ConfigureAwait(false) is { } serialized)
            {
                values[key] = serialized;
            }
        }

        return new(values.ToImmutable(), serializer.DependentResources);
    }

    private static async Task<object?> SerializeAsync(Serializer serializer, string context, string key, object? value)
    {
        try
        {
            return await serializer.SerializeAsync(context, value, keepResources: true).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"error serializing property \"{key}\": {exception.Message}", exception);
        }
    }
}
