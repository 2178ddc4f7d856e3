using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using AwsJson;

namespace Amazon.SimpleNotificationService;

public partial class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string DefaultUserAgent =
        InternalSDKUtils.BuildUserAgentString("SimpleNotificationService", "4.0.100.18");

    public AmazonSimpleNotificationServiceConfig()
        : base(AwsJsonDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new AwsJsonEndpointProvider("sns");
    }

    /// <summary>Also names the environment variable that overrides the endpoint.</summary>
    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => DefaultUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        AwsJsonEndpointResolver.Determine(this, parameters);
}
