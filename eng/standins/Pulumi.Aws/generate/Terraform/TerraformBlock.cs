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

    /// <summary>With only some of what is in it.</summary>
    /// <param name="block">What a nested block is replaced with; null to remove it.</param>
    public TerraformBlock Only(
        Func<string, TerraformAttribute, bool> attribute, Func<string, NestedBlock, NestedBlock?> block) => this with
        {
            Attributes = Kept(Attributes, (name, one) => attribute(name, one) ? one : null),
            BlockTypes = Kept(BlockTypes, block),
        };

    /// <summary>With one more block in it, or in a block in it.</summary>
    /// <param name="path">The new block's name; the names of the blocks that it is in, with dots between,
    /// before.</param>
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

    private static SortedDictionary<string, T>? Kept<T>(SortedDictionary<string, T>? all, Func<string, T, T?> change)
        where T : class
    {
        var kept = (all ?? []).Select(entry => (entry.Key, Value: change(entry.Key, entry.Value)))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!); // Those without one are out.

        return kept.Count == 0 ? null : new SortedDictionary<string, T>(kept, StringComparer.Ordinal);
    }
}
