using System.CommandLine;

namespace CallRecording.Operations.CommandLine;

/// <summary>--port: where the system on this machine listens.</summary>
internal static class PortOption
{
    public const int Default = 5080;

    // The last of the six ports must still be one.
    private const int Max = 65535 - 5;

    /// <param name="min">0 where a system is started: six free ports.</param>
    public static Option<int> Create(int min = 1)
    {
        var option = new Option<int>("--port")
        {
            HelpName = "BASE",
            Description = "The first of six ports: page and API, DynamoDB, SNS/SQS/S3, Step Functions, BDA, Lambda.",
            DefaultValueFactory = _ => Default,
        };
        option.Validators.Add(result =>
        {
            var port = result.GetValueOrDefault<int>();
            if (port < min || port > Max)
            {
                result.AddError($"--port is {port}, expected a number from {min} to {Max}.");
            }
        });
        return option;
    }
}
