using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>A personal part of a segment's text; what it says is only in the text.</summary>
/// <param name="EntityType">Such as NAME or PHONE.</param>
/// <param name="StartCharacter">Where it begins in the text.</param>
/// <param name="EndCharacter">Where it has ended: one past its last character.</param>
public sealed record SensitiveSpan(string EntityType, int? StartCharacter, int? EndCharacter)
{
    internal JsonObject ToJson() => JsonMembers.Present(
        ("entity_type", EntityType),
        ("start_character_offset", StartCharacter),
        ("end_character_offset", EndCharacter));

    internal static IReadOnlyList<SensitiveSpan> ReadAll(JsonElement segment, string member) =>
        [.. segment.Items(member).Select(Read).OfType<SensitiveSpan>()];

    private static SensitiveSpan? Read(JsonElement json) =>
        json.Text("entity_type") is { } type
            ? new SensitiveSpan(type, json.Index("start_character_offset"), json.Index("end_character_offset"))
            : null;
}
