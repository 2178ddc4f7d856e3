using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>A policy that the program declares.</summary>
/// <param name="Name">Its resource's type and name.</param>
/// <param name="At">The ARN of what it stands at: a role, or the resource that it admits others to.</param>
/// <param name="Text">As it is handed to the service.</param>
/// <param name="Read">Null where it cannot be read.</param>
/// <param name="Refusal">Why not.</param>
internal sealed record DeclaredPolicy(
    string Name, Service Service, PolicyKind Kind, string At, string Text, IamPolicy? Read, string? Refusal)
{
    public static DeclaredPolicy Of(string name, Service service, PolicyKind kind, string at, string text)
    {
        try
        {
            return new(name, service, kind, at, text, IamPolicy.Parse(text, kind), null);
        }
        catch (PolicyRefusedException refusal)
        {
            return new(name, service, kind, at, text, null, refusal.Message);
        }
    }
}
