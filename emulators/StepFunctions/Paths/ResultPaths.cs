using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>Puts a result where ResultPath says.</summary>
internal static class ResultPaths
{
    /// <param name="path">Null drops the result.</param>
    /// <param name="combined">The input with the result in it; missing objects on the way are made.</param>
    /// <returns>False when something that is no object, or no such array element, stands in the way.</returns>
    public static bool TryCombine(JsonNode? input, ReferencePath? path, JsonNode? result, out JsonNode? combined)
    {
        combined = input;
        if (path is null)
        {
            return true;
        }

        if (path.Steps is [])
        {
            combined = result;
            return true;
        }

        combined = input?.DeepClone();
        return TryDescend(combined, path.Steps, out var parent) && TryPut(parent, path.Steps[^1], result?.DeepClone());
    }

    private static bool TryDescend(
        JsonNode? root,
        IReadOnlyList<PathStep> steps,
        [NotNullWhen(true)] out JsonNode? parent)
    {
        parent = root;
        foreach (var step in steps.SkipLast(1))
        {
            parent = (parent, step.Field) switch
            {
                (JsonObject json, { } field) when json.ContainsKey(field) => json[field],
                (JsonObject json, { } field) => json[field] = new JsonObject(),
                (JsonArray array, null) when step.Index < array.Count => array[step.Index],
                _ => null,
            };
            if (parent is null)
            {
                return false;
            }
        }

        return parent is not null;
    }

    private static bool TryPut(JsonNode parent, PathStep step, JsonNode? result)
    {
        switch (parent)
        {
            case JsonObject json when step.Field is not null:
                json[step.Field] = result;
                return true;
            case JsonArray array when step.Field is null && step.Index < array.Count:
                array[step.Index] = result;
                return true;
            default:
                return false;
        }
    }
}
