using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CallRecording.Tests.Standins.Aws;

public sealed class StandInEndpointTests
{
    [Fact]
    public void Endpoints_the_stand_in_does_not_know_are_refused()
    {
        var config = new AmazonStepFunctionsConfig
        {
            RegionEndpoint = RegionEndpoint.USEast1,
            IgnoreConfiguredEndpointUrls = true,
            UseFIPSEndpoint = true,
        };
        using var client = new AmazonStepFunctionsClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);

        Assert.Throws<AmazonClientException>(
            () => client.DetermineServiceOperationEndpoint(new StartExecutionRequest()));
    }
}
