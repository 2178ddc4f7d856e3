using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws.Usage;

/// <summary>Cuts a schema down to what a program uses: the resources that it makes, of them the members that it sets or
/// reads; and what is there without it: what Terraform requires, what has a default, what is kept secret.</summary>
internal sealed class UnusedMembers(IEnumerable<BridgedType> types, CalledMembers called)
{
    public ProviderSchemas CutFrom(ProviderSchemas schemas) => ProviderSchemas.Of(types
        .Where(bridged => called.Makes(bridged.FullName))
        .ToDictionary(
            bridged => bridged.Terraform,
            bridged => new ResourceSchema(Cut(schemas.Resources[bridged.Terraform].Block, bridged))));

    private TerraformBlock Cut(TerraformBlock block, BridgedType bridged)
    {
        var read = new ResultReader(bridged).Read(block)
            .Where(result => result.Secret || called.Has(bridged.FullName, result.CSharpName))
            .Select(result => result.TerraformName);

        return Cut(block, new ArgumentReader(bridged).Read(block), bridged.Namespace, read.ToHashSet(), bridged);
    }

    private TerraformBlock Cut(
        TerraformBlock block, ArgumentClass arguments, string within, HashSet<string> read, BridgedType bridged)
    {
        var used = arguments.Arguments
            .Where(argument => argument.TerraformRequires || argument.Fact.Default is not null
                || called.Has($"{within}.{arguments.Name}", argument.CSharpName))
            .ToDictionary(argument => argument.TerraformName, argument => argument.Block);

        return block.Only(
            (name, _) => used.ContainsKey(name) || read.Contains(name),
            (name, nested) => used.GetValueOrDefault(name) is { } inner
                ? nested with { Block = Cut(nested.Block, inner, $"{bridged.Namespace}.Inputs", [], bridged) }
                : null);
    }
}
