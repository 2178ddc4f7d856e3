using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record TerraformAttribute(
    TerraformType Type, bool Required, bool Optional, bool Computed, bool Deprecated)
{
    [JsonIgnore]
    public bool IsInput => Required || Optional;
}
