using Amazon.BedrockDataAutomationRuntime.Internal;
using Amazon.BedrockDataAutomationRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime;

public partial class AmazonBedrockDataAutomationRuntimeClient : AmazonServiceClient, IAmazonBedrockDataAutomationRuntime
{
    private static readonly AwsJsonMetadata Metadata = new(AmazonBedrockDataAutomationRuntimeConfig.ServiceId);

    public AmazonBedrockDataAutomationRuntimeClient()
        : base(new AmazonBedrockDataAutomationRuntimeConfig())
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        AWSCredentials credentials, AmazonBedrockDataAutomationRuntimeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<GetDataAutomationStatusResponse> GetDataAutomationStatusAsync(
        GetDataAutomationStatusRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDataAutomationStatusResponse>(
            request, BedrockDataAutomationRuntimeOperations.GetDataAutomationStatus.Options(), cancellationToken);

    public virtual Task<InvokeDataAutomationAsyncResponse> InvokeDataAutomationAsyncAsync(
        InvokeDataAutomationAsyncRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeDataAutomationAsyncResponse>(
            request, BedrockDataAutomationRuntimeOperations.InvokeDataAutomationAsync.Options(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => AwsJsonPipeline.Customize(pipeline);
}
