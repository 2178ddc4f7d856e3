using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>What one stretch of the call is about.</summary>
/// <param name="SegmentIndices">Which segments it consists of.</param>
public sealed record TopicSummary(
    int Index, long? StartMillis, long? EndMillis, string? Summary, IReadOnlyList<int> SegmentIndices)
{
    /// <summary>As the topic_summary attribute has it.</summary>
    public JsonObject ToJson() => JsonMembers.Present(
        ("topic_index", Index),
        ("start_timestamp_millis", StartMillis),
        ("end_timestamp_millis", EndMillis),
        ("summary", Summary));

    internal JsonObject ToResultsJson()
    {
        var json = ToJson();
        json["audio_segment_indices"] = new JsonArray([.. SegmentIndices.Select(index => (JsonNode)index)]);
        return json;
    }

    internal static TopicSummary Read(JsonElement json, int position) => new(
        json.Index("topic_index") ?? position,
        json.Whole("start_timestamp_millis"),
        json.Whole("end_timestamp_millis"),
        json.Text("summary"),
        [.. json.Items("audio_segment_indices").Select(index => ((JsonElement?)index).Index()).OfType<int>()]);
}
