namespace CallRecording.Tests.Infra.Terraform;

/// <summary>One property of a resource type.</summary>
/// <param name="Terraform">Terraform's name.</param>
/// <param name="Type">Terraform's type; null of a block.</param>
/// <param name="Single">Of a block: Pulumi has it as one object, not as a list.</param>
internal sealed record Property(
    string Terraform, string? Type, bool Single, bool Required, IReadOnlyDictionary<string, Property>? Block);
