using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

/// <summary>
/// The comparison operators of a Choice by name. A value of another type than the operand's never matches.
/// </summary>
internal static class ComparisonOperators
{
    private static readonly Dictionary<string, Func<JsonNode?, Predicate<JsonNode?>?>> ByName = new()
    {
        ["StringEquals"] = operand => Text(operand, order => order == 0),
        ["StringLessThan"] = operand => Text(operand, order => order < 0),
        ["StringGreaterThan"] = operand => Text(operand, order => order > 0),
        ["StringLessThanEquals"] = operand => Text(operand, order => order <= 0),
        ["StringGreaterThanEquals"] = operand => Text(operand, order => order >= 0),
        ["NumericEquals"] = operand => Number(operand, order => order == 0),
        ["NumericLessThan"] = operand => Number(operand, order => order < 0),
        ["NumericGreaterThan"] = operand => Number(operand, order => order > 0),
        ["NumericLessThanEquals"] = operand => Number(operand, order => order <= 0),
        ["NumericGreaterThanEquals"] = operand => Number(operand, order => order >= 0),
        ["BooleanEquals"] = operand =>
            AsBoolean(operand) is { } expected ? value => AsBoolean(value) == expected : null,
        ["IsNull"] = operand => Kind(operand, value => value is null),
        ["IsString"] = operand => Kind(operand, value => value?.GetValueKind() is JsonValueKind.String),
        ["IsNumeric"] = operand => Kind(operand, value => value?.GetValueKind() is JsonValueKind.Number),
        ["IsBoolean"] = operand => Kind(operand, value => AsBoolean(value) is not null),
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <returns>Null when the operand has the wrong type.</returns>
    public static Predicate<JsonNode?>? Create(string name, JsonNode? operand) => ByName[name](operand);

    private static Predicate<JsonNode?>? Text(JsonNode? operand, Predicate<int> holds) =>
        AsString(operand) is { } expected
            ? value => AsString(value) is { } actual && holds(string.CompareOrdinal(actual, expected))
            : null;

    private static Predicate<JsonNode?>? Number(JsonNode? operand, Predicate<int> holds) =>
        AsNumber(operand) is { } expected
            ? value => AsNumber(value) is { } actual && holds(actual.CompareTo(expected))
            : null;

    private static Predicate<JsonNode?>? Kind(JsonNode? operand, Predicate<JsonNode?> holds) =>
        AsBoolean(operand) is { } expected ? value => holds(value) == expected : null;

    private static string? AsString(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    private static double? AsNumber(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.Number ? StateJson.Number(node) : null;

    private static bool? AsBoolean(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
