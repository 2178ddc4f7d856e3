using System.Text.Json.Nodes;

namespace CallRecording.Tasks.Aws;

/// <summary>Some items, newest first.</summary>
/// <param name="Next">The last item's key while there may be more; null at the end.</param>
internal sealed record CallPage(IReadOnlyList<JsonObject> Items, CallItemKey? Next);
