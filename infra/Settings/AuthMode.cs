namespace CallRecording.Infra.Settings;

/// <summary>Who may ask the API.</summary>
internal enum AuthMode
{
    /// <summary>Everybody who knows the address.</summary>
    None,

    /// <summary>Holders of the key of the usage plan, in the header <c>x-api-key</c>.</summary>
    ApiKey,

    /// <summary>IAM principals that may invoke it, by a signed request.</summary>
    Iam,

    /// <summary>Users of the stack's user pool.</summary>
    Cognito,
}
