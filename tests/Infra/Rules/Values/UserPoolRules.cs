using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Who may sign in, and where to.</summary>
internal static class UserPoolRules
{
    private const string PoolType = "aws:cognito/userPool:UserPool";
    private const string ClientType = "aws:cognito/userPoolClient:UserPoolClient";

    public static IEnumerable<string> People_come_back_from_signing_in_to_the_page_and_nowhere_else(
        RecordedProgram program)
    {
        var page = program.Outputs.GetValueOrDefault("pageUrl");
        return program.Of(ClientType).SelectMany(client => Inputs.Unlike(
            client,
            ("callbackUrls", new[] { page as string ?? "" }), ("logoutUrls", new[] { page as string ?? "" }),
            ("defaultRedirectUri", null)));
    }

    /// <summary>A page can keep no secret, and what is in an address is in a history.</summary>
    public static IEnumerable<string> The_page_gets_a_code_and_has_no_secret(RecordedProgram program) =>
        program.Of(ClientType).SelectMany(client => Inputs.Unlike(
            client,
            ("allowedOauthFlows", new[] { "code" }), ("allowedOauthFlowsUserPoolClient", true),
            ("generateSecret", false),
            ("allowedOauthScopes", new[] { "openid", "email" }), ("supportedIdentityProviders", new[] { "COGNITO" }),
            ("explicitAuthFlows", new[] { "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH" }),
            ("preventUserExistenceErrors", "ENABLED"), ("enableTokenRevocation", true),
            ("userPoolId", Stack.Reference(program, PoolType, $"{Stack.Prefix}users", "id"))));

    public static IEnumerable<string> Users_cannot_sign_themselves_up_and_passwords_are_long(RecordedProgram program) =>
        program.Of(PoolType).SelectMany(pool => Inputs.Unlike(
            pool,
            ("adminCreateUserConfig.allowAdminCreateUserOnly", true),
            ("passwordPolicy.minimumLength", 12), ("passwordPolicy.requireLowercase", true),
            ("passwordPolicy.requireUppercase", true), ("passwordPolicy.requireNumbers", true),
            ("passwordPolicy.temporaryPasswordValidityDays", 7),
            ("mfaConfiguration", "OPTIONAL"), ("softwareTokenMfaConfiguration.enabled", true),
            ("usernameAttributes", new[] { "email" }), ("autoVerifiedAttributes", new[] { "email" }),
            ("accountRecoverySetting.recoveryMechanisms.0.name", "verified_email"),
            ("accountRecoverySetting.recoveryMechanisms.1", null)));

    public static IEnumerable<string> The_address_to_sign_in_at_is_this_stacks(RecordedProgram program) =>
        program.Of("aws:cognito/userPoolDomain:UserPoolDomain").SelectMany(domain => Inputs.Unlike(
            domain,
            ("domain", $"{program.Settings.Project}-{program.Settings.Environment}-{program.Settings.AccountId}"),
            ("userPoolId", Stack.Reference(program, PoolType, $"{Stack.Prefix}users", "id"))));
}
