namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>Something that a role may, although nothing here asks for it.</summary>
internal sealed record Unused(string Role, string Action, string Resource, string Why);
