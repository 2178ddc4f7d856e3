using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

/// <summary>What a blueprint asked of a recording.</summary>
/// <param name="Topics">The field topics of the blueprint, or else its call_topics.</param>
/// <param name="Inference">Every further field of the blueprint, as the service wrote it.</param>
public sealed record CustomResult(
    string? CallSummary,
    IReadOnlyList<string> CallCategories,
    IReadOnlyList<string> Topics,
    JsonObject Inference,
    string? BlueprintArn,
    string? BlueprintName)
{
    private const string Name = "custom output";

    /// <exception cref="ResultsUnreadableException">It is cut off, or its inference_result is no object.</exception>
    public static CustomResult Read(ReadOnlyMemory<byte> json) => ResultFile.Read(json, Name, Read);

    private static CustomResult Read(JsonElement json)
    {
        var inference = Inferred(json);
        var summary = Take(inference, "call_summary", Text);
        var categories = Take(inference, "call_categories", Texts);
        var topics = Take(inference, "topics", Texts) ?? Take(inference, "call_topics", Texts);
        var blueprint = json.Member("matched_blueprint");
        return new CustomResult(
            summary,
            categories ?? [],
            topics ?? [],
            inference,
            blueprint.Member("arn").Text(),
            blueprint.Member("name").Text());
    }

    private static JsonObject Inferred(JsonElement json) => json.Member("inference_result") switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } fields => JsonObject.Create(fields.Readable().Clone())!, // it is not null
        _ => throw new ResultsUnreadableException($"The {Name}'s inference_result is no JSON object."),
    };

    // A field of another shape than expected stays among the further ones: nothing is lost.
    private static T? Take<T>(JsonObject inference, string field, Func<JsonNode, T?> read)
        where T : class
    {
        if (!inference.TryGetPropertyValue(field, out var value))
        {
            return null;
        }

        var taken = value is null ? null : read(value);
        if (value is null || taken is not null)
        {
            inference.Remove(field);
        }

        return taken;
    }

    private static string? Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string[]? Texts(JsonNode value)
    {
        if (Text(value) is { } single)
        {
            return string.IsNullOrWhiteSpace(single) ? [] : [single];
        }

        if (value is not JsonArray items || items.Any(item => item is JsonObject or JsonArray))
        {
            return null;
        }

        var texts = items.OfType<JsonNode>().Select(item => item.ToString());
        return [.. texts.Where(text => !string.IsNullOrWhiteSpace(text))];
    }
}
