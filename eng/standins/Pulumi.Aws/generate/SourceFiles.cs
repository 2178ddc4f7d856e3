namespace CallRecording.Standins.PulumiAws;

/// <summary>What is committed, by its path from the project's own folder.</summary>
internal static class SourceFiles
{
    public const string ResourceTypes = "tests/Infra/Terraform/resource-types.json";
    public const string Schema = "eng/standins/Pulumi.Aws/generate/schema.json";
    public const string Types = "eng/standins/Pulumi.Aws/generate/types.json";
}
