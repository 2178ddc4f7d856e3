namespace Pulumi.Serialization;

/// <summary>A resource as the value of a property.</summary>
internal sealed record ResourceReference(string Urn);
