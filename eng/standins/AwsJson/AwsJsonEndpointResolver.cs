using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace AwsJson;

/// <summary>Takes the endpoint's parameters from the client's configuration.</summary>
internal sealed class AwsJsonEndpointResolver : BaseEndpointResolver
{
    public static Endpoint Determine(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, config.AuthenticationServiceName)
            {
                AlternateEndpoint = parameters.AlternateEndpoint,
            },
        };
        return new AwsJsonEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var parameters = new EndpointParameters();
        parameters[AwsJsonEndpointProvider.Region] =
            (requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint)?.SystemName ?? RegionOf(config);
        parameters[AwsJsonEndpointProvider.Endpoint] = config.ServiceURL;
        parameters[AwsJsonEndpointProvider.UseFips] = config.UseFIPSEndpoint;
        parameters[AwsJsonEndpointProvider.UseDualStack] = config.UseDualstackEndpoint;
        return parameters;
    }

    private static string RegionOf(IClientConfig config)
    {
        if (string.IsNullOrEmpty(config.ServiceURL))
        {
            return null;
        }

        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
