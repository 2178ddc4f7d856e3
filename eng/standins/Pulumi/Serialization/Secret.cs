namespace Pulumi.Serialization;

internal sealed record Secret(object? Value);
