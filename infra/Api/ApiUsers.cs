using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace CallRecording.Infra.Api;

/// <summary>The users of the API, whom an administrator adds.</summary>
internal sealed class ApiUsers : ComponentResource
{
    public ApiUsers(StackSettings settings, ComponentResourceOptions options)
        : base("call-recording:api:ApiUsers", Names.Of("users"), options)
    {
        pool = new UserPool(
            Names.Of("users"),
            new()
            {
                Name = $"{settings.Project}-{settings.Environment}",
                AdminCreateUserConfig = new UserPoolAdminCreateUserConfigArgs { AllowAdminCreateUserOnly = true },
                UsernameAttributes = { "email" },
                AutoVerifiedAttributes = { "email" },
                MfaConfiguration = "OPTIONAL",
                SoftwareTokenMfaConfiguration = new UserPoolSoftwareTokenMfaConfigurationArgs { Enabled = true },
                PasswordPolicy = new UserPoolPasswordPolicyArgs
                {
                    MinimumLength = 12,
                    RequireLowercase = true,
                    RequireUppercase = true,
                    RequireNumbers = true,
                    RequireSymbols = false,
                    TemporaryPasswordValidityDays = 7,
                },
                AccountRecoverySetting = new UserPoolAccountRecoverySettingArgs
                {
                    RecoveryMechanisms =
                    {
                        new UserPoolAccountRecoverySettingRecoveryMechanismArgs
                        {
                            Name = "verified_email",
                            Priority = 1,
                        },
                    },
                },
                DeletionProtection = settings.ProtectData ? "ACTIVE" : "INACTIVE",
            },
            new() { Parent = this, Protect = settings.ProtectData });
        // Unique among all accounts of the region, so it has the account in it.
        var domain = $"{settings.Project}-{settings.Environment}-{settings.AccountId}";
        _ = new UserPoolDomain(
            Names.Of("users"), new() { Domain = domain, UserPoolId = pool.Id }, new() { Parent = this });
        SignIn = $"https://{domain}.auth.{settings.Region}.amazoncognito.com";
        RegisterOutputs();
    }

    private readonly UserPool pool;

    public Output<string> PoolArn => pool.Arn;

    public Output<string> PoolId => pool.Id;

    /// <summary>The address of the sign-in page.</summary>
    public string SignIn { get; }

    /// <summary>The page as a client of the user pool: authorization code with PKCE, no client secret.</summary>
    public UserPoolClient Client(Output<string> pageUrl) => new(
        Names.Of("page"),
        new()
        {
            Name = Names.Of("page"),
            UserPoolId = pool.Id,
            GenerateSecret = false,
            AllowedOauthFlowsUserPoolClient = true,
            AllowedOauthFlows = { "code" },
            AllowedOauthScopes = { "openid", "email" },
            SupportedIdentityProviders = { "COGNITO" },
            CallbackUrls = { pageUrl },
            LogoutUrls = { pageUrl },
            ExplicitAuthFlows = { "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH" },
            PreventUserExistenceErrors = "ENABLED",
            EnableTokenRevocation = true,
        },
        new() { Parent = this });
}
