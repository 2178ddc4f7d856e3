using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>What one speaker said without a break. Segments of two channels may overlap.</summary>
/// <param name="Speaker">Such as spk_0; null where speakers are not told apart.</param>
/// <param name="Channel">Such as ch_0; null where channels are not told apart.</param>
/// <param name="Sensitive">What in the text is personal; empty unless it was looked for.</param>
public sealed record Segment(
    int Index,
    long? StartMillis,
    long? EndMillis,
    string Text,
    string? Speaker,
    string? Channel,
    string? Language,
    IReadOnlyList<SensitiveSpan> Sensitive)
{
    /// <summary>As results.json has it.</summary>
    public JsonObject ToJson() => JsonMembers.Present(
        ("segment_index", Index),
        ("start_timestamp_millis", StartMillis),
        ("end_timestamp_millis", EndMillis),
        ("text", Text),
        ("speaker", Speaker),
        ("channel", Channel),
        ("language", Language),
        ("sensitive", Sensitive.Count == 0 ? null : new JsonArray([.. Sensitive.Select(span => span.ToJson())])));

    /// <summary>From the job's own document, where labels lie one level deeper.</summary>
    internal static Segment ReadStandard(JsonElement json, int position) => Read(json, position) with
    {
        Speaker = json.Member("speaker").Member("speaker_label").Text(),
        Channel = json.Member("channel").Member("channel_label").Text(),
        Sensitive = SensitiveSpan.ReadAll(json, "sensitive_data_detection"),
    };

    internal static Segment Read(JsonElement json, int position) => new(
        json.Index("segment_index") ?? position,
        json.Whole("start_timestamp_millis"),
        json.Whole("end_timestamp_millis"),
        json.Text("text") ?? "",
        json.Text("speaker"),
        json.Text("channel"),
        json.Text("language"),
        SensitiveSpan.ReadAll(json, "sensitive"));
}
