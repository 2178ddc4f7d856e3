
namespace CallRecording.Emulators.Node;

/// <param name="Directory">Where emulators.mjs and its node_modules are.</param>
/// <param name="DataDirectory">Where tables, objects and messages are kept; null keeps them in memory.</param>
/// <param name="AwsPort">SNS, SQS and S3; 0 is a free one.</param>
/// <param name="DynamoDbPort">0 is a free one.</param>
internal sealed record EmulatorOptions(
    string Directory, string? DataDirectory = null, int AwsPort = 0, int DynamoDbPort = 0);
