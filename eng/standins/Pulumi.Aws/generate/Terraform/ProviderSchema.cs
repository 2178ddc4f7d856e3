namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record ProviderSchema(SortedDictionary<string, ResourceSchema> ResourceSchemas);
