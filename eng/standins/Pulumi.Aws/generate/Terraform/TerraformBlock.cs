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

    /// <summary>With one more block in it, or in a block in it.</summary>
    /// <param name="path">The new block's name; the names of the blocks that it is in, with dots between, before.</param>
    public TerraformBlock With(string path, NestedBlock added)
    {
        var blocks = new SortedDictionary<string, NestedBlock>(BlockTypes ?? [], StringComparer.Ordinal);
        if (path.Split('.', 2) is [var outer, var rest])
        {
            blocks[outer] = blocks[outer] with { Block = blocks[outer].Block.With(rest, added) };
        }
        else if (!blocks.TryAdd(path, added))
        {
            throw new InvalidDataException($"types.json has '{path}' as newer than the schema, which has it, too.");
        }

        return this with { BlockTypes = blocks };
    }
}
