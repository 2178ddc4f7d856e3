using System.Text.Json.Nodes;
using CallRecording.Tasks.Words;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>Some items, newest first.</summary>
/// <param name="Next">While there may be more, what the next page begins below: a <see cref="CallSortKey"/>, or a text
/// that is ordered like one; null at the end.</param>
internal sealed record CallPage(IReadOnlyList<JsonObject> Items, string? Next)
{
    /// <summary>The first of its items; the others are for the next page.</summary>
    public CallPage Cut(int count) => count >= Items.Count
        ? this
        : new CallPage([.. Items.Take(count)], CallSortKey.Of(CallItemKey.Of(Items[count - 1])));
}
