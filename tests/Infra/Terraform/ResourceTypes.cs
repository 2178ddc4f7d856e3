using System.Text.Json;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>How Pulumi's resource types map to Terraform's.</summary>
internal static class ResourceTypes
{
    public static IReadOnlyDictionary<string, ResourceType> All { get; } =
        JsonSerializer.Deserialize<Dictionary<string, ResourceType>>(
            File.ReadAllText(ProjectFiles.At("tests/Infra/Terraform/resource-types.json")), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("resource-types.json is empty.");
}
