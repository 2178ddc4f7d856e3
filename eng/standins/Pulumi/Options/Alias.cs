namespace Pulumi;

/// <summary>What a resource was called, typed or parented before: a whole URN, or the parts that differ.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    internal Output<string> ResolveUrn(string resourceName, string resourceType, Resource? resourceParent)
    {
        if (Urn is not null)
        {
            RefuseBesideUrn();
            return Output.Create(Urn);
        }

        if ((Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0) > 1)
        {
            throw new ArgumentException(
                $"Only specify one of '{nameof(Parent)}', '{nameof(ParentUrn)}' or '{nameof(NoParent)}' in an Alias");
        }

        var inherited = ParentUrn is null && !NoParent ? resourceParent : null;
        return Pulumi.Urn.Create(
            Name ?? resourceName, Type ?? resourceType, Parent ?? inherited, ParentUrn, Project, Stack);
    }

    private void RefuseBesideUrn()
    {
        (string Name, bool Given)[] others =
        [
            (nameof(Name), Name is not null), (nameof(Type), Type is not null), (nameof(Project), Project is not null),
            (nameof(Stack), Stack is not null), (nameof(Parent), Parent is not null),
            (nameof(ParentUrn), ParentUrn is not null), (nameof(NoParent), NoParent),
        ];
        if (others.FirstOrDefault(other => other.Given).Name is { } name)
        {
            throw new ArgumentException($"Alias should not specify both {nameof(Urn)} and {name}");
        }
    }
}
