using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>One output of a resource.</summary>
/// <param name="Secret">Whether nobody may see it.</param>
internal sealed record Result(
    string Name, string CSharpName, string TerraformName, TerraformType Type, string CSharpType, bool Secret);
