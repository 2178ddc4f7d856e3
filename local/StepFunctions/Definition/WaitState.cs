using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Definition;

/// <summary>Either Seconds or SecondsPath is there.</summary>
internal sealed record WaitState(string Name) : State(Name)
{
    public override string Type => "Wait";

    public int? Seconds { get; init; }

    public ReferencePath? SecondsPath { get; init; }
}
