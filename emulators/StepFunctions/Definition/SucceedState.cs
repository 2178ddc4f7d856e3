namespace CallRecording.Emulators.StepFunctions.Definition;

internal sealed record SucceedState(string Name) : State(Name)
{
    public override string Type => "Succeed";
}
