namespace Pulumi;

/// <summary>What an asset output holds when the mocks answered with something else.</summary>
internal sealed class InvalidAsset() : Asset("text", "");
