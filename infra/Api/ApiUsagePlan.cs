using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;

namespace CallRecording.Infra.Api;

/// <summary>One key, and how often its holders may ask.</summary>
internal sealed class ApiUsagePlan : ComponentResource
{
    public ApiUsagePlan(StackSettings settings, RestApi api, Stage stage, ComponentResourceOptions options)
        : base("call-recording:api:ApiUsagePlan", Names.Of("callers"), options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var plan = new UsagePlan(
            Names.Of("callers"),
            new()
            {
                Name = Names.Of("callers"),
                ApiStages = { new UsagePlanApiStageArgs { ApiId = api.Id, Stage = stage.StageName } },
                ThrottleSettings = new UsagePlanThrottleSettingsArgs
                {
                    RateLimit = settings.ApiRequestsPerSecond,
                    BurstLimit = settings.ApiBurstRequests,
                },
            },
            child);
        var key = new ApiKey(
            Names.Of("callers"),
            new() { Name = Names.Of("callers"), Description = "Asks for calls, in the header x-api-key." },
            child);
        _ = new UsagePlanKey(
            Names.Of("callers"),
            new() { KeyId = key.Id, KeyType = "API_KEY", UsagePlanId = plan.Id },
            child);
        KeyId = key.Id;
        RegisterOutputs();
    }

    /// <summary>By which the key's value can be asked for.</summary>
    public Output<string> KeyId { get; }
}
