namespace CallRecording.Infra.Settings;

/// <summary>How callers of the API authenticate.</summary>
internal enum AuthMode
{
    /// <summary>Not at all: every client that knows the address may call it.</summary>
    None,

    /// <summary>Holders of the key of the usage plan, in the header <c>x-api-key</c>.</summary>
    ApiKey,

    /// <summary>IAM principals that may invoke it, by a signed request.</summary>
    Iam,

    /// <summary>Users of the stack's user pool.</summary>
    Cognito,
}
