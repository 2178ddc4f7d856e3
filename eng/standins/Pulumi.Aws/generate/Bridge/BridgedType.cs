using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws.Bridge;

/// <summary>A resource: its class as <c>Module.Class</c>, its Terraform type, what differs from the rules.</summary>
/// <param name="Properties">By Terraform name; inside blocks, by the path of names with dots between.</param>
/// <param name="Newer">Blocks that came with a later provider than the schema's, by their paths.</param>
internal sealed record BridgedType(
    string Class,
    string Terraform,
    IReadOnlyDictionary<string, BridgedProperty>? Properties,
    IReadOnlyDictionary<string, NestedBlock>? Newer)
{
    public string Module => Class.Split('.')[0];

    public string ClassName => Class.Split('.')[1];

    public string Namespace => $"Pulumi.Aws.{Module}";

    public string FullName => $"{Namespace}.{ClassName}";

    public string Token => $"aws:{Module.ToLowerInvariant()}/{Naming.LowerFirst(ClassName)}:{ClassName}";

    public IEnumerable<string> PropertyPaths => Properties?.Keys ?? [];

    public BridgedProperty Property(string path) => Properties?.GetValueOrDefault(path) ?? BridgedProperty.ByTheRules;

    /// <summary>The C# name: a member cannot have its class's name, so the bridge appends to it.</summary>
    public string MemberName(string name, BridgedProperty fact)
    {
        var member = fact.CSharpName ?? Naming.UpperFirst(name);
        return member == ClassName ? $"{member}Name" : member;
    }
}
