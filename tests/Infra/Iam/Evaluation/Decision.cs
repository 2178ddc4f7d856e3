namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>What IAM answers.</summary>
internal enum Decision
{
    /// <summary>Nothing allows it.</summary>
    ImplicitlyDenied,

    /// <summary>A statement denies it, whatever allows it.</summary>
    ExplicitlyDenied,

    Allowed,
}
