namespace Pulumi;

public sealed class StringAsset(string text) : Asset("text", text);
