using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Definition;

internal sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override bool Holds(Scope scope) => Conditions.Any(condition => condition.Holds(scope));
}
