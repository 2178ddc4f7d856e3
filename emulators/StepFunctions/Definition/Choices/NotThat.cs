using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

internal sealed record NotThat(Condition Condition) : Condition
{
    public override bool Holds(Scope scope) => !Condition.Holds(scope);
}
