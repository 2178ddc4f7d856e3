using System.Text.RegularExpressions;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Terraform;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Which resource of the program a value stands for.</summary>
internal static partial class Targets
{
    private const string FunctionType = "aws:lambda/function:Function";
    private const string AliasType = "aws:lambda/alias:Alias";

    /// <summary>Outputs that are what the program itself named the resource, by the input that names it.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["name"] = "name",
        ["function_name"] = "name",
        ["stage_name"] = "stageName",
    };

    /// <summary>The resource and its output that a value is, as a whole, or null.</summary>
    public static (Registration Resource, string Output)? Of(RecordedProgram program, string value)
    {
        var match = Reference().Match(value);
        var found = match.Success
            ? program.Resources.FirstOrDefault(one =>
                ResourceTypes.All.TryGetValue(one.Type, out var type) && type.Terraform == match.Groups["type"].Value
                    && TerraformText.Name(one.Name) == match.Groups["name"].Value)
            : null;
        return found is null ? null : (found, match.Groups["output"].Value);
    }

    /// <summary>The resource that a value is this output of, or null.</summary>
    public static Registration? Of(RecordedProgram program, string value, string type, params string[] outputs) =>
        Of(program, value) is { } found && found.Resource.Type == type && outputs.Contains(found.Output)
            ? found.Resource
            : null;

    /// <summary>The function that something is given as: by itself, by a version or by an alias.</summary>
    public static Registration? Function(RecordedProgram program, string value) => Of(program, value)?.Resource switch
    {
        { Type: FunctionType } function => function,
        { Type: AliasType } alias => Function(program, alias.Text("functionName")),
        _ => null,
    };

    /// <summary>The function that <c>tasks</c> knows by this name, or null.</summary>
    public static Registration? FunctionOf(RecordedProgram program, string handler) =>
        Graph.Functions(program).SingleOrDefault(one => Graph.Variable(one, "FUNCTION") == handler);

    /// <summary>A name as AWS will have it: what the program named the resource, where the value is that
    /// name.</summary>
    public static string Named(RecordedProgram program, string value) =>
        Of(program, value) is { } found && Names.TryGetValue(found.Output, out var input)
            && found.Resource.Text(input) is { Length: > 0 } name
            ? name
            : value;

    [GeneratedRegex(
        @"^\$\{(?<type>aws_[a-z0-9_]+)\.(?<name>[A-Za-z0-9_-]+)\.(?<output>[A-Za-z0-9_.]+)\}$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
