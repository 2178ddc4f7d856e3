using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Definition;

internal sealed record NotThat(Condition Condition) : Condition
{
    public override bool Holds(Scope scope) => !Condition.Holds(scope);
}
