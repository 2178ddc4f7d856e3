using System.Collections.Immutable;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <param name="Name">As it is registered.</param>
/// <param name="Trust">Who may assume it.</param>
/// <param name="Policies">What it may do.</param>
/// <param name="Attached">ARNs of policies that are not the program's.</param>
internal sealed record DeclaredRole(
    string Name, string Arn, DeclaredPolicy Trust, ImmutableArray<DeclaredPolicy> Policies,
    ImmutableArray<string> Attached);
