namespace CallRecording.Emulators.StepFunctions.Definition;

internal sealed record FailState(string Name) : State(Name)
{
    public override string Type => "Fail";

    public string? Error { get; init; }

    public string? Cause { get; init; }
}
