using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>Everything a job found out about a call, whichever of its documents said so.</summary>
public sealed record CallResults
{
    public string Transcript { get; init; } = string.Empty;

    public string? AudioSummary { get; init; }

    public IReadOnlyList<TopicSummary> TopicSummaries { get; init; } = [];

    public string? CallSummary { get; init; }

    public IReadOnlyList<string> CallCategories { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<ModeratedSpan> Moderation { get; init; } = [];

    /// <summary>Further fields of the blueprint; null without a blueprint that matched.</summary>
    public JsonObject? Inference { get; init; }

    public string? BlueprintArn { get; init; }

    public string? BlueprintName { get; init; }

    public string? Language { get; init; }

    public decimal? DurationSeconds { get; init; }

    public int? SpeakerCount { get; init; }

    public int? ChannelCount { get; init; }

    public IReadOnlyList<Segment> Segments { get; init; } = [];

    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <param name="custom">Null where there is no blueprint, or none that matched.</param>
    public static CallResults Of(StandardResult standard, CustomResult? custom) => new()
    {
        Transcript = standard.Transcript,
        AudioSummary = standard.AudioSummary,
        TopicSummaries = standard.TopicSummaries,
        CallSummary = custom?.CallSummary,
        CallCategories = custom?.CallCategories ?? [],
        Topics = custom?.Topics ?? [],
        Moderation = standard.Moderation,
        Inference = custom?.Inference,
        BlueprintArn = custom?.BlueprintArn,
        BlueprintName = custom?.BlueprintName,
        Language = standard.Language,
        DurationSeconds = standard.DurationSeconds,
        SpeakerCount = standard.SpeakerCount,
        ChannelCount = standard.ChannelCount,
        Segments = standard.Segments,
        Words = standard.Words,
    };

    /// <summary>The topic_summary attribute.</summary>
    public JsonArray TopicSummaryJson() => new([.. TopicSummaries.Select(topic => topic.ToJson())]);

    /// <summary>The audio_content_moderation attribute.</summary>
    public JsonArray ModerationJson() => new([.. Moderation.Select(span => span.ToJson())]);
}
