namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record TerraformBlock
{
    public SortedDictionary<string, TerraformAttribute>? Attributes { get; init; }

    public SortedDictionary<string, NestedBlock>? BlockTypes { get; init; }

    public bool Deprecated { get; init; }
}
