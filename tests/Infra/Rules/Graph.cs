using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Terraform;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Questions about a recorded program.</summary>
internal static class Graph
{
    public static IEnumerable<Registration> Functions(RecordedProgram program) =>
        program.Of("aws:lambda/function:Function");

    /// <summary>The alias by which callers reach a function; null where it has none.</summary>
    public static Registration? Live(RecordedProgram program, Registration function) => program
        .Of("aws:lambda/alias:Alias")
        .SingleOrDefault(alias => alias.Text("functionName") == Reference(function, "function_name")
            && alias.Text("functionVersion") == Reference(function, "version"));

    /// <summary>One of the outputs of a function's alias; empty where it has none.</summary>
    public static string OfLive(RecordedProgram program, Registration function, string attribute) =>
        Live(program, function) is { } alias ? Reference(alias, attribute) : "";

    public static IReadOnlyDictionary<string, string> Variables(Registration function) =>
        function.Block("environment").TryGetValue(
            "variables", out var value) && value is ImmutableDictionary<string, object> variables
            ? variables.ToDictionary(one => one.Key, one => (string)one.Value, StringComparer.Ordinal)
            : new Dictionary<string, string>();

    public static string Variable(Registration function, string name) =>
        Variables(function).GetValueOrDefault(name, "");

    public static JsonObject Definition(RecordedProgram program) =>
        JsonNode.Parse(program.Of("aws:sfn/stateMachine:StateMachine").Single().Text("definition"))!.AsObject();

    /// <summary>The function of each Task state, by the state's name.</summary>
    public static IReadOnlyDictionary<string, string> Tasks(RecordedProgram program) =>
        Definition(program)["States"]!.AsObject()
        .Where(state => (string?)state.Value!["Type"] == "Task")
        .ToDictionary(
            state => state.Key, state => (string)state.Value!["Parameters"]!["FunctionName"]!, StringComparer.Ordinal);

    /// <summary>What stands for one of a resource's outputs.</summary>
    public static string Reference(Registration resource, string attribute) =>
        TerraformText.Reference(ResourceTypes.All[resource.Type].Terraform, resource.Name, attribute);
}
