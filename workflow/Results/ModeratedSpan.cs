using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>How objectionable one stretch of the call is.</summary>
/// <param name="Type">AUDIO_MODERATION.</param>
/// <param name="Confidence">0 to 1, over all categories.</param>
public sealed record ModeratedSpan(
    string? Id,
    string? Type,
    decimal? Confidence,
    long? StartMillis,
    long? EndMillis,
    IReadOnlyList<ModerationCategory> Categories)
{
    /// <summary>As the audio_content_moderation attribute has it.</summary>
    public JsonObject ToJson() => JsonMembers.Present(
        ("id", Id),
        ("type", Type),
        ("confidence", Confidence),
        ("start_timestamp_millis", StartMillis),
        ("end_timestamp_millis", EndMillis),
        ("moderation_categories", new JsonArray([.. Categories.Select(category => category.ToJson())])));

    internal static ModeratedSpan Read(JsonElement json) => new(
        json.Text("id"),
        json.Text("type"),
        json.Number("confidence"),
        json.Whole("start_timestamp_millis"),
        json.Whole("end_timestamp_millis"),
        [.. json.Items("moderation_categories").Select(ModerationCategory.Read).OfType<ModerationCategory>()]);
}
