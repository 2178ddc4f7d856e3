using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Members of policies, strictly.</summary>
internal static class PolicyText
{
    /// <exception cref="PolicyRefusedException">It is neither text nor a list of text, or has a policy
    /// variable.</exception>
    public static ImmutableArray<string> List(JsonNode? value, string member)
    {
        ImmutableArray<string> texts = value switch
        {
            JsonArray list => [.. list.Select(one => Text(one, member))],
            _ => [Text(value, member)],
        };
        return texts is [] ? throw new PolicyRefusedException($"{member} is empty.") : texts;
    }

    /// <exception cref="PolicyRefusedException">There are other members.</exception>
    public static void OnlyHas(JsonObject block, params string[] members)
    {
        foreach (var other in block.Select(one => one.Key).Except(members, StringComparer.Ordinal))
        {
            throw new PolicyRefusedException($"The element {other} is not known here.");
        }
    }

    private static string Text(JsonNode? value, string member)
    {
        if (value is not JsonValue one || !one.TryGetValue<string>(out var text))
        {
            throw new PolicyRefusedException($"{member} is {value?.ToJsonString() ?? "null"}, expected text.");
        }

        return text.Contains("${", StringComparison.Ordinal)
            ? throw new PolicyRefusedException($"{member} has the variable {text}; variables are not known here.")
            : text;
    }
}
