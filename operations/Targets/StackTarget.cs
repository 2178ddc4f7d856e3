using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.SQS;
using Amazon.StepFunctions;
using CallRecording.Operations.CommandLine;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Settlement;

namespace CallRecording.Operations.Targets;

/// <summary>The stack that an operator works on: the one on this machine, or one on AWS.</summary>
internal sealed record StackTarget(
    string Name,
    StackNames Names,
    IAmazonDynamoDB DynamoDb,
    IAmazonStepFunctions StepFunctions,
    IAmazonS3 S3,
    IAmazonSQS Sqs) : IDisposable
{
    /// <summary>What a minute of audio costs there, in US dollars.</summary>
    public decimal AudioMinuteDollars { get; init; } = Workflow.Cost.CallCost.AudioMinuteDollars;

    /// <summary>How its services are asked.</summary>
    public RetryPolicy RetryPolicy { get; } = new(TimeProvider.System, Terminal.Error);

    public string Table => Names.Table;

    /// <summary>Does by an operator's hand what the settlement does.</summary>
    public CallSettler CreateSettler(TimeProvider time) => new(
        new CallSettlements(DynamoDb, Table, time),
        new ExecutionStates(StepFunctions),
        new StateMachineExecutions(StepFunctions, Names.StateMachineArn),
        new ErasedRecordings(DynamoDb, Table));

    public static StackTarget At(LocalAddresses addresses)
    {
        // Nothing there checks credentials, but the SDK wants some.
        var credentials = new BasicAWSCredentials("test", "test");
        return new(
            $"the system at {addresses.Web}",
            StackNames.Local,
            new AmazonDynamoDBClient(credentials, At<AmazonDynamoDBConfig>(addresses.DynamoDb)),
            new AmazonStepFunctionsClient(credentials, At<AmazonStepFunctionsConfig>(addresses.StepFunctions)),
            new AmazonS3Client(credentials, At<AmazonS3Config>(addresses.Messaging)),
            new AmazonSQSClient(credentials, At<AmazonSQSConfig>(addresses.Messaging)));
    }

    /// <param name="profile">Of the AWS configuration files; null for what the SDK finds by itself.</param>
    /// <exception cref="CommandException">There is no such profile.</exception>
    public static StackTarget OnAws(StackFile stack, string? profile)
    {
        var credentials = Credentials(profile);
        var name = $"{stack.Environment} in {stack.Region}";
        return new(
            profile is null ? name : $"{name} as {profile}",
            stack.Names,
            new AmazonDynamoDBClient(credentials, In<AmazonDynamoDBConfig>(stack)),
            new AmazonStepFunctionsClient(credentials, In<AmazonStepFunctionsConfig>(stack)),
            new AmazonS3Client(credentials, In<AmazonS3Config>(stack)),
            new AmazonSQSClient(credentials, In<AmazonSQSConfig>(stack)))
        {
            AudioMinuteDollars = stack.AudioMinuteDollars,
        };
    }

    public void Dispose()
    {
        DynamoDb.Dispose();
        StepFunctions.Dispose();
        S3.Dispose();
        Sqs.Dispose();
    }

    private static AWSCredentials Credentials(string? profile)
    {
        if (profile is null)
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }

        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var found)
            ? found
            : throw new CommandException($"the AWS configuration has no profile '{profile}'");
    }

    private static TConfig At<TConfig>(Uri endpoint)
        where TConfig : ClientConfig, new() =>
        new() { ServiceURL = endpoint.OriginalString, AuthenticationRegion = LocalAddresses.Region };

    private static TConfig In<TConfig>(StackFile stack)
        where TConfig : ClientConfig, new() =>
        new()
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(stack.Region),
            // RetryPolicy asks again, and says so; DynamoDB's usual ten times, each time, would be ten silent minutes.
            MaxErrorRetry = 1,
        };
}
