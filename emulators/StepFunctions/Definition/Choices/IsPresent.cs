using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

/// <summary>The one question that may be asked about a variable that is not there.</summary>
internal sealed record IsPresent(ReferencePath Variable, bool Expected) : Condition
{
    public override bool Holds(Scope scope) => scope.TryRead(Variable, out _) == Expected;
}
