namespace CallRecording.Tests.Infra.Terraform;

/// <summary>Terraform or the provider refused a program.</summary>
internal sealed class TerraformException(string message) : Exception(message);
