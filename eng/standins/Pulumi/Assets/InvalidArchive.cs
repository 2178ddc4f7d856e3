using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an archive output holds when the mocks answered with something else.</summary>
internal sealed class InvalidArchive() : Archive("assets", ImmutableDictionary<string, AssetOrArchive>.Empty);
