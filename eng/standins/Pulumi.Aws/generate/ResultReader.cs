using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Reads what a resource gives back: its attributes, given or computed, not its blocks.</summary>
internal sealed class ResultReader(BridgedType bridged)
{
    public IReadOnlyList<Result> Read(TerraformBlock block) =>
    [
        .. (block.Attributes ?? [])
            .Where(entry => entry.Key != "id")
            .Select(entry => Read(entry.Key, entry.Value, bridged.Property(entry.Key)))
            .OrderBy(result => result.Name, StringComparer.Ordinal),
    ];

    private Result Read(string terraformName, TerraformAttribute attribute, BridgedProperty fact)
    {
        var type = attribute.Type;
        var isMany = !type.IsPrimitive && !type.IsMap && fact.Single is not true;
        var name = fact.Name ?? Naming.Camel(isMany ? Naming.Plural(terraformName) : terraformName);

        // An enumeration is only for what goes in.
        var element = fact.Type is { } given && !given.Contains(',', StringComparison.Ordinal)
            ? given
            : CSharpType.Of(type);
        var whole = type switch
        {
            { IsMap: true } => $"ImmutableDictionary<string, {element}>",
            _ when isMany => $"ImmutableArray<{element}>",
            _ => element,
        };

        // An array that is not there is a default one, as everywhere in Pulumi.
        var isGiven = fact.Required ?? attribute.Required;
        var isNull = fact.Null ?? (!isGiven && !attribute.Computed && name != "name" && !isMany);
        return new Result(
            name, bridged.MemberName(name, fact), terraformName, type, isNull ? whole + "?" : whole, fact.Secret);
    }
}
