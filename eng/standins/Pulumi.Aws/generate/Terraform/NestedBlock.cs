using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record NestedBlock(string NestingMode, TerraformBlock Block, int MinItems, int MaxItems)
{
    [JsonIgnore]
    public bool IsSingle => NestingMode == "single" || MaxItems == 1;
}
