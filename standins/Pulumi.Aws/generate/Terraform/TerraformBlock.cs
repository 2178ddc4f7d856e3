using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record TerraformBlock
{
    public SortedDictionary<string, TerraformAttribute>? Attributes { get; init; }

    public SortedDictionary<string, NestedBlock>? BlockTypes { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>The names of everything in it; inside blocks, with the block's path and a dot before.</summary>
    [JsonIgnore]
    public IEnumerable<string> Paths =>
    [
        .. (Attributes ?? []).Keys,
        .. (BlockTypes ?? []).SelectMany(nested =>
            nested.Value.Block.Paths.Select(path => $"{nested.Key}.{path}").Prepend(nested.Key)),
    ];
}
