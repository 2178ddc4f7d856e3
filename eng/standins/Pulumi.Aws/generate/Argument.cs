using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>One property of an arguments class.</summary>
/// <param name="Name">In Pulumi.</param>
/// <param name="Element">The C# type of the value, or of one item of it.</param>
/// <param name="Type">In Terraform; null for a block.</param>
/// <param name="Single">Whether Terraform has a list of at most one where Pulumi has that one.</param>
/// <param name="TerraformRequires">Whether Terraform wants it, also where Pulumi makes up a name.</param>
/// <param name="Block">The class of a block's own arguments.</param>
/// <param name="Fact">What the bridge decided about it.</param>
internal sealed record Argument(
    string Name,
    string CSharpName,
    string TerraformName,
    ArgumentShape Shape,
    string Element,
    TerraformType? Type,
    bool Required,
    bool Single,
    bool TerraformRequires,
    ArgumentClass? Block,
    BridgedProperty Fact);
