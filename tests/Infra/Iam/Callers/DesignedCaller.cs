using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>A caller that a resource of the stack must admit.</summary>
/// <param name="What">For a person: what would not work.</param>
/// <param name="Request">As that caller makes it, with what its service tells of the source.</param>
internal sealed record DesignedCaller(string What, AccessRequest Request)
{
    /// <summary>What the caller's own account lets it do, where it is not of the stack.</summary>
    public IReadOnlyList<IamPolicy> Own { get; init; } = [];

    /// <summary>Whether it may be for anything in the account, not only for that source.</summary>
    public bool IsForTheAccount { get; init; }
}
