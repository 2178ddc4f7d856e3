namespace CallRecording.Standins.PulumiAws.Terraform;

internal sealed record ResourceSchema(TerraformBlock Block);
