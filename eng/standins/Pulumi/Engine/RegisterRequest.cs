using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>One resource on its way to the engine.</summary>
internal sealed record RegisterRequest(
    Resource Resource, string Parent, string Provider, string Id, ImmutableDictionary<string, object?> Properties)
{
    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();
}
