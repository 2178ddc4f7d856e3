using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>
/// A path to exactly one node: <c>$</c>, <c>$.a.b</c>, <c>$['a']</c>, <c>$.a[0]</c>; <c>$$</c> starts in the context
/// object.
/// </summary>
internal sealed record ReferencePath(string Text, bool FromContext, IReadOnlyList<PathStep> Steps)
{
    public static readonly ReferencePath Root = new("$", false, []);

    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ReferencePath? path,
        [NotNullWhen(false)] out string? problem)
    {
        var fromContext = text.StartsWith("$$", StringComparison.Ordinal);
        var steps = PathParser.Parse(text, fromContext ? 2 : 1);
        path = text.StartsWith('$') && steps is not null ? new ReferencePath(text, fromContext, steps) : null;
        problem = path is not null ? null
            : text.StartsWith("States.", StringComparison.Ordinal)
                ? $"'{text}' is an intrinsic function, not supported here"
            : $"'{text}' is not a path to one node such as $.a.b, $['a'] or $.a[0]";
        return path is not null;
    }

    public bool TryRead(JsonNode? root, out JsonNode? value)
    {
        value = root;
        foreach (var step in Steps)
        {
            if (!TryStep(value, step, out value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStep(JsonNode? from, PathStep step, out JsonNode? to)
    {
        to = null;
        switch (from)
        {
            case JsonObject json when step.Field is not null:
                return json.TryGetPropertyValue(step.Field, out to);
            case JsonArray array when step.Field is null && step.Index < array.Count:
                to = array[step.Index];
                return true;
            default:
                return false;
        }
    }
}
