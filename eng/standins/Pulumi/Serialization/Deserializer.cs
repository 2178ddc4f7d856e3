using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Takes the marks off what <see cref="Serializer"/> made: one unknown part makes the whole unknown.</summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(object? value) => value switch
    {
        Secret secret => Deserialize(secret.Value) with { IsSecret = true },
        Unknown => new(ImmutableHashSet<Resource>.Empty, null, false, false),
        ResourceReference reference => Known(ResourceClasses.Rehydrate(reference.Urn)),
        ImmutableArray<object?> list => List(list),
        ImmutableDictionary<string, object?> map => Map(map),
        _ => Known(value),
    };

    /// <summary>The known values, as mocks see them.</summary>
    public static ImmutableDictionary<string, object> Known(ImmutableDictionary<string, object?> properties)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, property) in properties)
        {
            if (Deserialize(property) is { IsKnown: true, Value: { } value })
            {
                result.Add(key, value);
            }
        }

        return result.ToImmutable();
    }

    private static OutputData<object?> Known(object? value)
        => new(ImmutableHashSet<Resource>.Empty, value, true, false);

    private static OutputData<object?> List(ImmutableArray<object?> list)
    {
        var sum = new OutputSum();
        return sum.Of<object?>(list.Select(item => sum.Add(Deserialize(item))).ToImmutableArray());
    }

    private static OutputData<object?> Map(ImmutableDictionary<string, object?> map)
    {
        var sum = new OutputSum();
        var values = map
            // Names that begin so are the engine's own.
            .Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal))
            .ToImmutableDictionary(pair => pair.Key, pair => sum.Add(Deserialize(pair.Value)));
        return sum.Of<object?>(values);
    }
}
