namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Who asks.</summary>
internal abstract record Caller
{
    /// <summary>The account that it belongs to; services and strangers without credentials have none.</summary>
    public virtual string? Account => null;

    /// <summary>A role or a user.</summary>
    /// <param name="Arn">The role's, not that of one of its sessions.</param>
    public sealed record Identity(Arn Arn) : Caller
    {
        public override string Account => Arn.Account;
    }

    /// <summary>A service of AWS, by its principal: <c>sns.amazonaws.com</c>.</summary>
    public sealed record Service(string Name) : Caller;

    /// <summary>A caller that does not sign its request.</summary>
    public sealed record Anonymous : Caller;
}
