using System.Text.RegularExpressions;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>Fills <c>${Name}</c> in a definition, as a deployment does.</summary>
internal static partial class Substitutions
{
    public static string Apply(string definition, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(definition, match => ValueOf(match.Groups["name"].Value, values));

    private static string ValueOf(string name, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(name, out var value)
            ? value
            : throw new DefinitionException(
                $"The definition asks for ${{{name}}}; given are {string.Join(", ", values.Keys.Order())}.");

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}")]
    private static partial Regex Placeholder();
}
