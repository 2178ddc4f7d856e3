namespace CallRecording.Tests.Infra.Terraform;

/// <summary>One resource type on both sides.</summary>
internal sealed record ResourceType(
    string Terraform, IReadOnlyDictionary<string, Property> Inputs, IReadOnlyDictionary<string, Property> Outputs);
