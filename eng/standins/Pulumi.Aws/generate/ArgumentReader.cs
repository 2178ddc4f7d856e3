using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Reads what a program can set: the arguments of a resource and of the blocks in it.</summary>
internal sealed class ArgumentReader(BridgedType bridged)
{
    /// <summary>Terraform lets a configuration set these, Pulumi does not.</summary>
    private static readonly string[] OnlyComeBack = ["id", "tags_all"];

    public ArgumentClass Read(TerraformBlock block) => Read(block, bridged.ClassName, string.Empty);

    private ArgumentClass Read(TerraformBlock block, string className, string path)
    {
        var attributes = (block.Attributes ?? [])
            .Where(entry => entry.Value.IsInput && !(path.Length == 0 && OnlyComeBack.Contains(entry.Key)))
            .Select(entry => (Fact: bridged.Property(path + entry.Key), entry.Key, entry.Value))
            .Where(attribute => !attribute.Fact.OutputOnly)
            .Select(attribute => Attribute(attribute.Key, attribute.Value, attribute.Fact, isTop: path.Length == 0));

        var blocks = (block.BlockTypes ?? [])
            .Select(entry => Block(entry.Key, entry.Value, bridged.Property(path + entry.Key), className, path));

        var arguments = attributes.Concat(blocks).OrderBy(argument => argument.Name, StringComparer.Ordinal);
        return new ArgumentClass(className + "Args", [.. arguments]);
    }

    private Argument Attribute(string terraformName, TerraformAttribute attribute, BridgedProperty fact, bool isTop)
    {
        var type = attribute.Type;
        var single = fact.Single ?? false;
        var name = fact.Name ?? PulumiName(terraformName, isMany: !type.IsPrimitive && !type.IsMap && !single);
        var element = fact.Type ?? CSharpType.Of(type);
        var shape = type switch
        {
            { IsMap: true } => ArgumentShape.Map,
            { IsPrimitive: false } when !single => ArgumentShape.List,
            _ when element.Contains(',', StringComparison.Ordinal) => ArgumentShape.Union,
            _ => ArgumentShape.Value,
        };

        // Pulumi makes up a resource's name where the program gives none.
        var required = fact.Required ?? (attribute.Required && !(isTop && name == "name"));
        return new Argument(
            name,
            bridged.MemberName(name, fact),
            terraformName,
            shape,
            element,
            type,
            required,
            single,
            attribute.Required,
            null,
            fact);
    }

    private Argument Block(
        string terraformName, NestedBlock nested, BridgedProperty fact, string className, string path)
    {
        var single = fact.Single ?? nested.IsSingle;
        var name = fact.Name ?? PulumiName(terraformName, isMany: !single);
        var itemName = Naming.UpperFirst(single ? name : Naming.Singular(name));
        var block = Read(nested.Block, className + itemName, $"{path}{terraformName}.");

        return new Argument(
            name,
            bridged.MemberName(name, fact),
            terraformName,
            single ? ArgumentShape.Value : ArgumentShape.List,
            $"Inputs.{block.Name}",
            null,
            fact.Required ?? nested.MinItems > 0,
            single,
            nested.MinItems > 0,
            block,
            fact);
    }

    private static string PulumiName(string terraformName, bool isMany) =>
        Naming.Camel(isMany ? Naming.Plural(terraformName) : terraformName);
}
