using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>Everything a job found out about a call, whichever of its documents said so.</summary>
/// <param name="Inference">Further fields of the blueprint; null without a blueprint that matched.</param>
public sealed record CallResults(
    string Transcript,
    string? AudioSummary,
    IReadOnlyList<TopicSummary> TopicSummaries,
    string? CallSummary,
    IReadOnlyList<string> CallCategories,
    IReadOnlyList<string> Topics,
    IReadOnlyList<ModeratedSpan> Moderation,
    JsonObject? Inference,
    string? BlueprintArn,
    string? BlueprintName,
    string? Language,
    decimal? DurationSeconds,
    int? SpeakerCount,
    int? ChannelCount,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Word> Words)
{
    /// <param name="custom">Null where there is no blueprint, or none that matched.</param>
    public static CallResults Of(StandardResult standard, CustomResult? custom) => new(
        standard.Transcript,
        standard.AudioSummary,
        standard.TopicSummaries,
        custom?.CallSummary,
        custom?.CallCategories ?? [],
        custom?.Topics ?? [],
        standard.Moderation,
        custom?.Inference,
        custom?.BlueprintArn,
        custom?.BlueprintName,
        standard.Language,
        standard.DurationSeconds,
        standard.SpeakerCount,
        standard.ChannelCount,
        standard.Segments,
        standard.Words);

    /// <summary>The topic_summary attribute.</summary>
    public JsonArray TopicSummaryJson() => new([.. TopicSummaries.Select(topic => topic.ToJson())]);

    /// <summary>The audio_content_moderation attribute.</summary>
    public JsonArray ModerationJson() => new([.. Moderation.Select(span => span.ToJson())]);
}
