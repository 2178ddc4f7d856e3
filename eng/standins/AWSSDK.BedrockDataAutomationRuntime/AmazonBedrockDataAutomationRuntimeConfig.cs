using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime;

public partial class AmazonBedrockDataAutomationRuntimeConfig : ClientConfig
{
    private static readonly string DefaultUserAgent =
        InternalSDKUtils.BuildUserAgentString("BedrockDataAutomationRuntime", "4.0.100");

    public AmazonBedrockDataAutomationRuntimeConfig()
        : base(AwsJsonDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "bedrock";
        EndpointProvider = new AwsJsonEndpointProvider("bedrock-data-automation-runtime");
    }

    /// <summary>Also names the environment variable that overrides the endpoint.</summary>
    public static new string ServiceId => "Bedrock Data Automation Runtime";

    public override string RegionEndpointServiceName => "bedrock-data-automation-runtime";

    public override string ServiceVersion => "2024-06-13";

    public override string UserAgent => DefaultUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        AwsJsonEndpointResolver.Determine(this, parameters);
}
