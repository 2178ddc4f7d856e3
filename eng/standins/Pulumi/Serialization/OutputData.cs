using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output resolves to.</summary>
internal readonly record struct OutputData<T>(
    ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<object?> Untyped() => new(Resources, Value, IsKnown, IsSecret);
}
