using Amazon;
using Amazon.BedrockDataAutomationRuntime;
using Amazon.BedrockDataAutomationRuntime.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CallRecording.Tests.Packages.Aws;

public sealed class EndpointTests
{
    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "secret");

    [Theory]
    [InlineData("us-east-1", "https://states.us-east-1.amazonaws.com/")]
    [InlineData("eu-west-1", "https://states.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://states.cn-north-1.amazonaws.com.cn/")]
    public void Step_functions_is_found_by_region(string region, string expected)
    {
        var config = new AmazonStepFunctionsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            IgnoreConfiguredEndpointUrls = true,
        };
        using var client = new AmazonStepFunctionsClient(Credentials, config);

        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL);
    }

    [Fact]
    public void Data_automation_is_found_by_region()
    {
        var config = new AmazonBedrockDataAutomationRuntimeConfig
        {
            RegionEndpoint = RegionEndpoint.USWest2,
            IgnoreConfiguredEndpointUrls = true,
        };
        using var client = new AmazonBedrockDataAutomationRuntimeClient(Credentials, config);

        Assert.Equal(
            "https://bedrock-data-automation-runtime.us-west-2.amazonaws.com/",
            client.DetermineServiceOperationEndpoint(new GetDataAutomationStatusRequest()).URL);
    }

    [Fact]
    public void Notifications_are_found_by_region()
    {
        var config = new AmazonSimpleNotificationServiceConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            IgnoreConfiguredEndpointUrls = true,
        };
        using var client = new AmazonSimpleNotificationServiceClient(Credentials, config);

        Assert.Equal(
            "https://sns.eu-west-1.amazonaws.com/", client.DetermineServiceOperationEndpoint(new PublishRequest()).URL);
    }

    [Fact]
    public void A_configured_endpoint_wins()
    {
        var config = new AmazonStepFunctionsConfig
        {
            ServiceURL = "http://127.0.0.1:8083",
            AuthenticationRegion = "us-east-1",
        };
        using var client = new AmazonStepFunctionsClient(Credentials, config);

        Assert.Equal(
            "http://127.0.0.1:8083/", client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL);
    }

    // AWSSDK.Core derives AWS_ENDPOINT_URL_SNS, AWS_ENDPOINT_URL_SFN and
    // AWS_ENDPOINT_URL_BEDROCK_DATA_AUTOMATION_RUNTIME from these.
    [Fact]
    public void The_environments_override_goes_by_the_service_id()
    {
        Assert.Equal("SNS", AmazonSimpleNotificationServiceConfig.ServiceId);
        Assert.Equal("SFN", AmazonStepFunctionsConfig.ServiceId);
        Assert.Equal("Bedrock Data Automation Runtime", AmazonBedrockDataAutomationRuntimeConfig.ServiceId);
    }
}
