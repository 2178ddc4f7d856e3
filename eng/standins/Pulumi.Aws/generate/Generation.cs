using System.Collections.Immutable;
using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>What is written from the schema and the types.</summary>
internal sealed class Generation(string schemaJson, string typesJson)
{
    private readonly ImmutableArray<Resource> resources = Read(schemaJson, typesJson);

    /// <summary>The C# of the stand-in.</summary>
    public string Code => ResourceWriter.Write(resources);

    /// <summary>The JSON of how the resources are called in Terraform.</summary>
    public string ResourceTypes => ResourceTypesWriter.Write(resources);

    private static ImmutableArray<Resource> Read(string schemaJson, string typesJson)
    {
        var schemas = ProviderSchemas.Parse(schemaJson).Resources;
        return [.. BridgedTypes.Parse(typesJson).Select(bridged => Read(bridged, schemas))];
    }

    private static Resource Read(BridgedType bridged, IReadOnlyDictionary<string, ResourceSchema> schemas)
    {
        var block = schemas.TryGetValue(bridged.Terraform, out var schema)
            ? (bridged.Newer ?? ImmutableDictionary<string, NestedBlock>.Empty).Aggregate(
                schema.Block, (whole, newer) => whole.With(newer.Key, newer.Value))
            : throw new InvalidDataException(
                $"{bridged.Terraform} is not in schema.json; eng/standins/README.md says how to add it.");

        if (bridged.PropertyPaths.Except(block.Paths).ToList() is [var unknown, ..])
        {
            throw new InvalidDataException(
                $"{bridged.Class} has '{unknown}' in types.json; {bridged.Terraform} has no such thing.");
        }

        return new Resource(bridged, new ArgumentReader(bridged).Read(block), new ResultReader(bridged).Read(block));
    }
}
