using System.Diagnostics.CodeAnalysis;
using Amazon.BedrockDataAutomationRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.BedrockDataAutomationRuntime;

public partial interface IAmazonBedrockDataAutomationRuntime : IAmazonService, IDisposable
{
    Task<GetDataAutomationStatusResponse> GetDataAutomationStatusAsync(
        GetDataAutomationStatusRequest request, CancellationToken cancellationToken = default);

    Task<InvokeDataAutomationAsyncResponse> InvokeDataAutomationAsyncAsync(
        InvokeDataAutomationAsyncRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockDataAutomationRuntimeConfig();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The interface member carries the same.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonBedrockDataAutomationRuntimeClient(
            awsCredentials, (AmazonBedrockDataAutomationRuntimeConfig)clientConfig);
}
