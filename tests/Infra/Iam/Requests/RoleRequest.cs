using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Requests;

/// <summary>A request that a caller makes with a role of the stack.</summary>
/// <param name="Word">What the resource is called in data.</param>
internal sealed record RoleRequest(DeclaredRole Role, string Word, AccessRequest Request, string Why);
