namespace Pulumi;

/// <summary>What a resource was called before: a whole URN, or the name alone.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    internal Output<string> ResolveUrn(string resourceName, string resourceType, Resource? resourceParent)
    {
        if (Urn is null)
            return Pulumi.Urn.Create(Name ?? resourceName, resourceType, resourceParent);
        return Name is null
            ? Output.Create(Urn)
            : throw new ArgumentException($"Alias should not specify both {nameof(Urn)} and {nameof(Name)}");
    }
}
