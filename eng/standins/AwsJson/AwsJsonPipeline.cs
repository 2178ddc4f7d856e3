using Amazon.Runtime.Internal;

namespace AwsJson;

internal static class AwsJsonPipeline
{
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AwsJsonEndpointResolver());
        // Last added is next to the marshaller: the scheme is chosen before the endpoint.
        pipeline.AddHandlerAfter<Marshaller>(new AwsJsonAuthHandler());
    }
}
