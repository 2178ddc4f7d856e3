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

    public AmazonBedrockDataAutomationRuntimeClient(RegionEndpoint region)
        : base(new AmazonBedrockDataAutomationRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(AmazonBedrockDataAutomationRuntimeConfig config)
        : base(config)
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(AWSCredentials credentials)
        : this(credentials, new AmazonBedrockDataAutomationRuntimeConfig())
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonBedrockDataAutomationRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        AWSCredentials credentials, AmazonBedrockDataAutomationRuntimeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockDataAutomationRuntimeConfig())
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            new AmazonBedrockDataAutomationRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockDataAutomationRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockDataAutomationRuntimeConfig())
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonBedrockDataAutomationRuntimeConfig { RegionEndpoint = region })
    {
    }

    public AmazonBedrockDataAutomationRuntimeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonBedrockDataAutomationRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
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
