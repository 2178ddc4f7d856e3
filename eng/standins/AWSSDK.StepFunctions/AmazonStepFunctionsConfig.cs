using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsJson;

namespace Amazon.StepFunctions;

public partial class AmazonStepFunctionsConfig : ClientConfig
{
    private static readonly string DefaultUserAgent = InternalSDKUtils.BuildUserAgentString("StepFunctions", "4.0.100");

    public AmazonStepFunctionsConfig()
        : base(AwsJsonDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "states";
        EndpointProvider = new AwsJsonEndpointProvider("states");
    }

    /// <summary>Also names the environment variable that overrides the endpoint.</summary>
    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => "2016-11-23";

    public override string UserAgent => DefaultUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        AwsJsonEndpointResolver.Determine(this, parameters);
}
