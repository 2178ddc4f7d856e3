using Amazon.BedrockDataAutomationRuntime;
using Amazon.Runtime;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

internal static class BedrockClients
{
    public static AmazonBedrockDataAutomationRuntimeClient For(RecordingServer server) => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonBedrockDataAutomationRuntimeConfig
        {
            ServiceURL = server.Address.ToString(),
            AuthenticationRegion = "us-east-1",
        });
}
