using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Definition;

internal sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Scope scope) => Conditions.All(condition => condition.Holds(scope));
}
