using System.Text.Json;
using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

/// <summary>What every job finds in a recording: who said what when, summaries, moderation.</summary>
/// <param name="Transcript">Empty when there is no speech.</param>
/// <param name="AudioSummary">Null when there is nothing to summarise.</param>
/// <param name="Language">The service's word for the language spoken most, such as EN.</param>
public sealed record StandardResult(
    string Transcript,
    string? AudioSummary,
    IReadOnlyList<TopicSummary> TopicSummaries,
    IReadOnlyList<ModeratedSpan> Moderation,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Word> Words,
    string? Language,
    decimal? DurationSeconds,
    int? SpeakerCount,
    int? ChannelCount)
{
    private const string Name = "standard output";
    private const string Modality = "AUDIO";

    /// <exception cref="ResultsUnreadableException">It is cut off, or is not the result of a recording.</exception>
    public static StandardResult Read(ReadOnlyMemory<byte> json) => ResultFile.Read(json, Name, Read);

    private static StandardResult Read(JsonElement json)
    {
        RefuseOtherThanAudio(json);

        var metadata = json.Member("metadata");
        var statistics = json.Member("statistics");
        var audio = json.Member("audio");
        Segment[] segments = [.. json.Items("audio_segments").Select(Segment.ReadStandard)];
        return new StandardResult(
            audio.Member("transcript").Member("representation").Member("text").Text() ?? Joined(segments),
            audio.Member("summary").Text(),
            [.. json.Items("topics").Select(TopicSummary.Read)],
            [.. audio.Member("content_moderation").Items().Select(ModeratedSpan.Read)],
            segments,
            [.. json.Items("audio_items").Select(Word.Read).OfType<Word>()],
            metadata.Member("dominant_asset_language").Text(),
            metadata.Member("duration_millis").Whole() / 1000m,
            statistics.Member("speaker_count").Index(),
            statistics.Member("channel_count").Index());
    }

    private static void RefuseOtherThanAudio(JsonElement json)
    {
        var modality = json.Member("metadata").Member("semantic_modality").Text();
        if (modality is not null && !modality.Equals(Modality, StringComparison.OrdinalIgnoreCase))
        {
            throw new ResultsUnreadableException(
                $"The {Name}'s semantic_modality is '{Excerpt.Of(modality)}', expected {Modality}.");
        }

        if (modality is null && json.Member("audio") is null && json.Member("audio_segments") is null)
        {
            throw new ResultsUnreadableException(
                $"The {Name} has neither metadata.semantic_modality nor audio nor audio_segments.");
        }
    }

    // As the service does it.
    private static string Joined(IEnumerable<Segment> segments) =>
        string.Join(' ', segments.Select(segment => segment.Text).Where(text => text.Length > 0));
}
