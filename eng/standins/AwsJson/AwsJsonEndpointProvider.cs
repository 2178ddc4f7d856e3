using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace AwsJson;

/// <summary>The configured endpoint, or the region's.</summary>
/// <param name="hostPrefix">What stands before the region in the service's host names.</param>
internal sealed class AwsJsonEndpointProvider(string hostPrefix) : IEndpointProvider
{
    public const string Region = "Region";
    public const string Endpoint = "Endpoint";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = "UseDualStack";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[UseFips] is true || parameters[UseDualStack] is true)
        {
            throw new AmazonClientException("FIPS and dual-stack endpoints are not part of this stand-in.");
        }

        if (parameters[Endpoint] is string { Length: > 0 } configured)
        {
            return new Endpoint(configured);
        }

        if (parameters[Region] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var suffix = Fn.GetAttr(Fn.Partition(region), "dnsSuffix");
        return new Endpoint($"https://{hostPrefix}.{region}.{suffix}");
    }
}
