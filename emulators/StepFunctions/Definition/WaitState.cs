using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>Either Seconds or SecondsPath is there.</summary>
internal sealed record WaitState(string Name) : State(Name)
{
    public override string Type => "Wait";

    public int? Seconds { get; init; }

    public ReferencePath? SecondsPath { get; init; }
}
