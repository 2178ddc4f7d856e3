using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.Iam;

namespace CallRecording.Infra.Api;

/// <summary>The role with which API Gateway logs: one for the account and region, without which a stage with logs
/// cannot be made. It stays when the stack goes, because other APIs may log with it.</summary>
internal sealed class ApiLogging : ComponentResource
{
    public ApiLogging(StackSettings settings, ComponentResourceOptions options)
        : base("call-recording:api:ApiLogging", Names.Of("api-logging"), options)
    {
        var kept = new CustomResourceOptions { Parent = this, RetainOnDelete = true };
        var role = new Role(
            Names.Of("api-logging"),
            new() { AssumeRolePolicy = PolicyDocument.TrustIn("apigateway.amazonaws.com") },
            kept);
        var permission = new RolePolicyAttachment(
            Names.Of("api-logging"),
            new()
            {
                Role = role.Name,
                // AWS' own policy for this, which changes with API Gateway.
                PolicyArn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
            },
            kept);
        _ = new Account(
            Names.Of("api-logging"),
            new() { CloudwatchRoleArn = role.Arn },
            new() { Parent = this, RetainOnDelete = true, DependsOn = { permission } });
        RegisterOutputs();
    }
}
