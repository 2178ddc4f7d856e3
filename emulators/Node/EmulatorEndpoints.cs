using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SQS;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.Node;

/// <summary>Where the emulators listen, and clients for them.</summary>
/// <param name="Aws">SNS, SQS and S3.</param>
internal sealed record EmulatorEndpoints(Uri Aws, Uri DynamoDb)
{
    // The emulators check no credentials, but the SDK wants some.
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    /// <summary>What sends an unchanged AWS SDK or AWS CLI here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_SNS"] = Aws.OriginalString,
        ["AWS_ENDPOINT_URL_SQS"] = Aws.OriginalString,
        ["AWS_ENDPOINT_URL_S3"] = Aws.OriginalString,
        ["AWS_ENDPOINT_URL_DYNAMODB"] = DynamoDb.OriginalString,
        ["AWS_REGION"] = EmulatedAccount.Region,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };

    public IAmazonSQS CreateSqs() => new AmazonSQSClient(Credentials, For<AmazonSQSConfig>(Aws));

    public IAmazonS3 CreateS3() => new AmazonS3Client(Credentials, For<AmazonS3Config>(Aws));

    public IAmazonDynamoDB CreateDynamoDb() =>
        new AmazonDynamoDBClient(Credentials, For<AmazonDynamoDBConfig>(DynamoDb));

    private static TConfig For<TConfig>(Uri endpoint)
        where TConfig : ClientConfig, new() =>
        new() { ServiceURL = endpoint.OriginalString, AuthenticationRegion = EmulatedAccount.Region };
}
