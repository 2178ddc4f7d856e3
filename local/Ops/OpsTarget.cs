using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.StepFunctions;
using CallRecording.Local.Emulators;

namespace CallRecording.Local.Ops;

/// <summary>The stack that an operator works on: the one on this machine, or one on AWS.</summary>
internal sealed record OpsTarget(string Name, string Table, IAmazonDynamoDB DynamoDb, IAmazonStepFunctions StepFunctions)
    : IDisposable
{
    public static OpsTarget At(LocalAddresses addresses) => new(
        $"the system at {addresses.Web}",
        ResourceNames.Table,
        new EmulatorEndpoints(addresses.Messaging, addresses.DynamoDb).CreateDynamoDb(),
        new AmazonStepFunctionsClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonStepFunctionsConfig
            {
                ServiceURL = addresses.StepFunctions.OriginalString,
                AuthenticationRegion = ResourceNames.Region,
            }));

    /// <param name="profile">Of the AWS configuration files; null for what the SDK finds by itself.</param>
    /// <exception cref="LocalException">There is no such profile.</exception>
    public static OpsTarget OnAws(StackFile stack, string? profile)
    {
        var region = RegionEndpoint.GetBySystemName(stack.Region);
        var (dynamoDb, stepFunctions) = (
            new AmazonDynamoDBConfig { RegionEndpoint = region },
            new AmazonStepFunctionsConfig { RegionEndpoint = region });
        var name = $"{stack.Environment} in {stack.Region}";
        if (profile is null)
        {
            return new(name, stack.Table, new AmazonDynamoDBClient(dynamoDb), new AmazonStepFunctionsClient(stepFunctions));
        }

        var credentials = new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var found)
            ? found
            : throw new LocalException($"the AWS configuration has no profile '{profile}'");
        return new(
            $"{name} as {profile}",
            stack.Table,
            new AmazonDynamoDBClient(credentials, dynamoDb),
            new AmazonStepFunctionsClient(credentials, stepFunctions));
    }

    public void Dispose()
    {
        DynamoDb.Dispose();
        StepFunctions.Dispose();
    }
}
