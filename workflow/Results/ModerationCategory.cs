using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Workflow.Results;

/// <summary>One kind of objection, such as profanity or insult.</summary>
/// <param name="Confidence">0 to 1.</param>
public sealed record ModerationCategory(string Category, decimal? Confidence)
{
    internal JsonObject ToJson() => JsonMembers.Present(("category", Category), ("confidence", Confidence));

    internal static ModerationCategory? Read(JsonElement json) =>
        json.Text("category") is { } category ? new ModerationCategory(category, json.Number("confidence")) : null;
}
