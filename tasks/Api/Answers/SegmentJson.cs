using System.Text.Json.Nodes;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>A segment as the API has it: with what is objectionable in it, and its words where they are asked
/// for.</summary>
internal static class SegmentJson
{
    /// <param name="words">Null to leave them out.</param>
    public static JsonObject Of(
        Segment segment, IReadOnlyList<ModerationCategory> moderation, IEnumerable<Word>? words)
    {
        var json = segment.ToJson();
        if (moderation.Count > 0)
        {
            json["moderation"] = new JsonArray([.. moderation.Select(Category)]);
        }

        if (words is not null)
        {
            // Not by name: a call of four hours has 50,000 of them.
            json["words"] = new JsonArray([.. words.Select(
                word => new JsonArray(word.Content, word.StartMillis, word.EndMillis))]);
        }

        return json;
    }

    /// <summary>The categories of every moderated span that overlaps the segment, each with its highest
    /// confidence.</summary>
    public static IReadOnlyList<ModerationCategory> ModerationOf(Segment segment, IReadOnlyList<ModeratedSpan> spans) =>
    [
        .. spans.Where(span => span.StartMillis < segment.EndMillis && span.EndMillis > segment.StartMillis)
            .SelectMany(span => span.Categories)
            .GroupBy(category => category.Category, StringComparer.Ordinal)
            .Select(group => new ModerationCategory(group.Key, group.Max(category => category.Confidence))),
    ];

    private static JsonObject Category(ModerationCategory category) => new()
    {
        ["category"] = category.Category,
        ["confidence"] = category.Confidence,
    };
}
