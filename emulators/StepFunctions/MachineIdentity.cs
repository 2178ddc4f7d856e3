namespace CallRecording.Emulators.StepFunctions;

/// <summary>The state machine's name, seen from outside.</summary>
/// <param name="Arn"><c>arn:aws:states:region:account:stateMachine:name</c></param>
internal sealed record MachineIdentity(string Arn, string RoleArn)
{
    private readonly string[] parts = Arn.Split(':') is { Length: 7 } split
        ? split
        : throw new ArgumentException($"'{Arn}' is not the ARN of a state machine.");

    public string Name => parts[6];

    public string Region => parts[3];

    public string ExecutionArn(string name) => $"arn:{parts[1]}:states:{Region}:{parts[4]}:execution:{Name}:{name}";
}
