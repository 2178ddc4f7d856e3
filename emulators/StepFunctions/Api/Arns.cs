using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>From ARNs to what they name, with the service's errors.</summary>
internal static class Arns
{
    private const int MachineParts = 7;
    private const int ExecutionParts = 8;

    public static void CheckMachine(string arn, MachineIdentity machine)
    {
        Check(arn, "stateMachine", MachineParts);
        if (arn != machine.Arn)
        {
            throw new AwsFault("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        }
    }

    /// <returns>The execution's name; null when the ARN names no execution of this machine.</returns>
    public static string? ExecutionName(string arn, MachineIdentity machine)
    {
        Check(arn, "execution", ExecutionParts);
        var name = arn.Split(':')[^1];
        return machine.ExecutionArn(name) == arn ? name : null;
    }

    public static AwsFault NoExecution(string arn) =>
        new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    private static void Check(string arn, string resource, int parts)
    {
        var split = arn.Split(':');
        if (split is not ["arn", _, "states", ..])
        {
            throw new AwsFault("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
        }

        if (split.Length < MachineParts || split[5] != resource)
        {
            throw new AwsFault(
                "InvalidArn",
                $"Invalid Arn: 'Resource type not valid in this context: {split.ElementAtOrDefault(5)}'");
        }

        if (split.Length != parts || split[^1].Length == 0)
        {
            throw new AwsFault("InvalidArn", $"Invalid Arn: '{arn}'");
        }
    }
}
