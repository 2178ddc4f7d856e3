using System.Collections.Immutable;

namespace Pulumi.Engine;

/// <summary>The engine's answer about one resource.</summary>
internal sealed record Registered(string Urn, string Id, ImmutableDictionary<string, object?> State);
