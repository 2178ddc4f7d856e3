using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallRecording.Standins.PulumiAws.Terraform;

/// <summary>What <c>terraform providers schema -json</c> prints, as far as it is of use here.</summary>
internal sealed record ProviderSchemas(
    [property: JsonPropertyName("provider_schemas")] SortedDictionary<string, ProviderSchema> Providers)
{
    private const string Aws = "registry.terraform.io/hashicorp/aws";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceSchema> Resources => Providers[Aws].ResourceSchemas;

    public static ProviderSchemas Parse(string json) =>
        JsonSerializer.Deserialize<ProviderSchemas>(json, Options) ?? throw new JsonException("The schema is null.");

    /// <summary>Leaves out the other resources, the texts, and what no program here can set or read.</summary>
    public ProviderSchemas Cut(IEnumerable<string> resources)
    {
        var kept = resources.ToDictionary(name => name, name => new ResourceSchema(Cut(Resources[name].Block)));

        return new ProviderSchemas(new SortedDictionary<string, ProviderSchema>
        {
            [Aws] = new(new SortedDictionary<string, ResourceSchema>(kept, StringComparer.Ordinal)),
        });
    }

    public string ToJson() => PlainJson.Write(JsonSerializer.SerializeToNode(this, Options));

    private static TerraformBlock Cut(TerraformBlock block) => block with
    {
        Attributes = Kept(
            block.Attributes,
            attribute => !attribute.Deprecated && attribute.Type.Element != TerraformType.TooDeep),

        // The one kind that is nested as "single" is timeouts.
        BlockTypes = Kept(
            block.BlockTypes,
            nested => !nested.Block.Deprecated && nested.NestingMode != "single",
            nested => nested with { Block = Cut(nested.Block) }),
    };

    private static SortedDictionary<string, T>? Kept<T>(
        SortedDictionary<string, T>? all, Func<T, bool> isKept, Func<T, T>? change = null)
    {
        var kept = (all ?? []).Where(entry => isKept(entry.Value))
            .ToDictionary(entry => entry.Key, entry => change is null ? entry.Value : change(entry.Value));

        return kept.Count == 0 ? null : new SortedDictionary<string, T>(kept, StringComparer.Ordinal);
    }
}
