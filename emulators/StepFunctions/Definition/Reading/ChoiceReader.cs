using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition.Choices;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>Reads the rules of a Choice.</summary>
internal static class ChoiceReader
{
    public static IReadOnlyList<ChoiceRule> Read(Fields state)
    {
        var rules = state.Array("Choices") is { Count: > 0 } array
            ? array.Select((rule, index) => ReadRule(Nested(state, $"Choices[{index}]", rule))).ToList()
            : throw state.Error("Choices", "is missing or empty");
        return rules;
    }

    private static ChoiceRule ReadRule(Fields fields)
    {
        var next = fields.RequiredText("Next");
        return new ChoiceRule(ReadCondition(fields), next);
    }

    private static Condition ReadCondition(Fields fields)
    {
        fields.Text("Comment");
        Condition condition =
            fields.Has("And") ? new AllOf(ReadConditions(fields, "And"))
            : fields.Has("Or") ? new AnyOf(ReadConditions(fields, "Or"))
            : fields.Has("Not") ? new NotThat(ReadCondition(Nested(fields, "Not", fields.Node("Not"))))
            : ReadComparison(fields);
        fields.RefuseTheRest();
        return condition;
    }

    private static List<Condition> ReadConditions(Fields fields, string name) =>
        fields.Array(name) is { Count: > 0 } array
            ? array.Select((entry, index) => ReadCondition(Nested(fields, $"{name}[{index}]", entry))).ToList()
            : throw fields.Error(name, "is empty");

    private static Condition ReadComparison(Fields fields)
    {
        var variable = fields.RequiredPath("Variable");
        if (fields.Has("IsPresent"))
        {
            return new IsPresent(variable, fields.Flag("IsPresent"));
        }

        var name = fields.Names.FirstOrDefault(ComparisonOperators.Names.Contains)
            ?? throw fields.Error(fields.Names.LastOrDefault(Unread) ?? "Variable", "is no comparison supported here");
        var test = ComparisonOperators.Create(name, fields.Node(name))
            ?? throw fields.Error(name, "has an operand of the wrong type");
        return new Comparison(variable, test);
    }

    private static bool Unread(string name) => name is not ("Variable" or "Next" or "Comment");

    private static Fields Nested(Fields owner, string name, JsonNode? node) => node is JsonObject json
        ? new Fields($"{owner.Owner}, {name}", json)
        : throw owner.Error(name, "is not an object");
}
