using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>The state machine is the one of <c>statemachine.asl.json</c>, with the stack's functions in it.</summary>
internal static partial class WorkflowValueRules
{
    private const string Type = "aws:sfn/stateMachine:StateMachine";

    public static IEnumerable<string> Each_state_calls_the_function_that_is_named_after_it(RecordedProgram program)
    {
        foreach (var (state, arn) in Graph.Tasks(program))
        {
            var function = Targets.Function(program, arn);
            if (function is null || Graph.Variable(function, "FUNCTION") != state)
            {
                yield return $"{state} calls {function?.Name ?? arn}.";
            }
        }
    }

    public static IEnumerable<string> The_definition_is_the_projects_own(RecordedProgram program)
    {
        var text = Substitution().Replace(
            File.ReadAllText(ProjectFiles.At("statemachine.asl.json")),
            match => Graph.Tasks(program).GetValueOrDefault(match.Groups["state"].Value, match.Value));
        return JsonNode.DeepEquals(JsonNode.Parse(text), Graph.Definition(program))
            ? []
            : ["The definition is not statemachine.asl.json with the stack's functions."];
    }

    public static IEnumerable<string> The_state_machine_is_a_standard_one_by_the_projects_name(
        RecordedProgram program) =>
        Inputs.UnlikeOne(program, Type, Stack.Machine, ("name", Stack.Machine), ("type", "STANDARD"));

    [GeneratedRegex(@"\$\{(?<state>\w+?)FunctionArn\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitution();
}
