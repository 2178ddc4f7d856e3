using Amazon.Runtime;
using Amazon.StepFunctions;
using CallRecording.Tests.Standins.Http;

namespace CallRecording.Tests.Standins.Aws;

internal static class StepFunctionsClients
{
    public static AmazonStepFunctionsClient For(RecordingServer server) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonStepFunctionsConfig
        {
            ServiceURL = server.Address.ToString(),
            AuthenticationRegion = "eu-central-1",
        });
}
