namespace CallRecording.Operations.Targets;

/// <summary>Where everything listens, all on 127.0.0.1.</summary>
internal sealed record LocalAddresses(Uri Web, Uri DynamoDb, Uri Messaging, Uri StepFunctions, Uri Bda, Uri Lambda)
{
    /// <summary>Of everything that listens there.</summary>
    public const string Region = "us-east-1";

    public static LocalAddresses At(int basePort) => new(
        Local(basePort), Local(basePort + 1), Local(basePort + 2), Local(basePort + 3), Local(basePort + 4),
        Local(basePort + 5));

    public static Uri Local(int port) => new($"http://127.0.0.1:{port}");
}
