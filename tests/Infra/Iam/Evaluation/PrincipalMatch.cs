namespace CallRecording.Tests.Infra.Iam.Evaluation;

internal enum PrincipalMatch
{
    None,

    /// <summary>The caller's account: its own policies decide.</summary>
    Account,

    /// <summary>The caller itself.</summary>
    Caller,
}
