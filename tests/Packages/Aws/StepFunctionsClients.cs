using Amazon.Runtime;
using Amazon.StepFunctions;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Aws;

internal static class StepFunctionsClients
{
    public static AmazonStepFunctionsClient For(RecordingServer server) => new(Credentials, Config(server));

    /// <summary>What throttles is for its caller to try again.</summary>
    public static AmazonStepFunctionsClient ImpatientFor(RecordingServer server)
    {
        var config = Config(server);
        config.MaxErrorRetry = 0;
        return new(Credentials, config);
    }

    private static BasicAWSCredentials Credentials => new("AKIDEXAMPLE", "secret");

    private static AmazonStepFunctionsConfig Config(RecordingServer server) => new()
    {
        ServiceURL = server.Address.ToString(),
        AuthenticationRegion = "eu-central-1",
    };
}
