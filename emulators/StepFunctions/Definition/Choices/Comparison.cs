using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

/// <param name="Test">One of <see cref="ComparisonOperators"/>, its operand filled in.</param>
internal sealed record Comparison(ReferencePath Variable, Predicate<JsonNode?> Test) : Condition
{
    public override bool Holds(Scope scope) =>
        scope.TryRead(Variable, out var value) ? Test(value) : throw new InvalidVariableException(Variable);
}
