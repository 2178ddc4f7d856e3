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
    public ProviderSchemas Cut(IEnumerable<string> resources) =>
        Of(resources.ToDictionary(name => name, name => new ResourceSchema(Cut(Resources[name].Block))));

    public static ProviderSchemas Of(IDictionary<string, ResourceSchema> resources) =>
        new(new SortedDictionary<string, ProviderSchema>
        {
            [Aws] = new(new SortedDictionary<string, ResourceSchema>(resources, StringComparer.Ordinal)),
        });

    public string ToJson() => PlainJson.Write(JsonSerializer.SerializeToNode(this, Options));

    private static TerraformBlock Cut(TerraformBlock block) => block.Only(
        (_, attribute) => !attribute.Deprecated && attribute.Type.Element != TerraformType.TooDeep,

        // The one kind that is nested as "single" is timeouts.
        (_, nested) => nested.Block.Deprecated || nested.NestingMode == "single"
            ? null
            : nested with { Block = Cut(nested.Block) });
}
