using System.Collections.Immutable;
using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

namespace CallRecording.Standins.PulumiAws;

/// <summary>Everything that is written, by its path from the project's own folder.</summary>
internal static class Generation
{
    public const string ResourceTypesPath = "tests/Infra/Terraform/resource-types.json";
    public const string SchemaPath = "eng/standins/Pulumi.Aws/generate/schema.json";
    public const string TypesPath = "eng/standins/Pulumi.Aws/generate/types.json";

    public static IReadOnlyDictionary<string, string> Files(string schemaJson, string typesJson)
    {
        var schemas = ProviderSchemas.Parse(schemaJson).Resources;
        var resources = BridgedTypes.Parse(typesJson).Select(bridged => Read(bridged, schemas)).ToList();

        var files = resources.ToDictionary(
            resource => $"eng/standins/Pulumi.Aws/{resource.Bridged.Module}/{resource.Bridged.ClassName}.cs",
            ResourceWriter.Write);
        files.Add(ResourceTypesPath, ResourceTypesWriter.Write(resources));
        return files;
    }

    private static Resource Read(BridgedType bridged, IReadOnlyDictionary<string, ResourceSchema> schemas)
    {
        var block = schemas.TryGetValue(bridged.Terraform, out var schema)
            ? (bridged.Newer ?? ImmutableDictionary<string, NestedBlock>.Empty).Aggregate(
                schema.Block, (whole, newer) => whole.With(newer.Key, newer.Value))
            : throw new InvalidDataException(
                $"{bridged.Terraform} is not in schema.json; Program.cs says how to cut it.");

        if (bridged.PropertyPaths.Except(block.Paths).ToList() is [var unknown, ..])
        {
            throw new InvalidDataException(
                $"{bridged.Class} has '{unknown}' in types.json; {bridged.Terraform} has no such thing.");
        }

        return new Resource(bridged, new ArgumentReader(bridged).Read(block), new ResultReader(bridged).Read(block));
    }
}
