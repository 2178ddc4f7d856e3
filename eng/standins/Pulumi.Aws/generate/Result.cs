using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>One output of a resource.</summary>
/// <param name="Secret">Whether it is secret.</param>
internal sealed record Result(
    string Name, string CSharpName, string TerraformName, TerraformType Type, string CSharpType, bool Secret);
