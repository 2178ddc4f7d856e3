namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Where a policy stands.</summary>
public enum PolicyKind
{
    /// <summary>At a role: what it may do.</summary>
    Identity,

    /// <summary>At a resource: who may use it.</summary>
    Resource,

    /// <summary>At a role: who may assume it.</summary>
    Trust,
}
