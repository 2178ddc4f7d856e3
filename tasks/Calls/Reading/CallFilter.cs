using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Calls.Reading;

/// <summary>Which calls a request selects: all given conditions must hold.</summary>
/// <param name="From">The earliest recording's Unix seconds, included.</param>
/// <param name="To">The latest recording's Unix seconds, included.</param>
/// <param name="Status">One of <see cref="CallStatus"/>; null for any.</param>
/// <param name="Category">As <see cref="SearchWords.OfCategory"/> spells it; null for any.</param>
/// <param name="Words">All of them occur, as <see cref="SearchWords.In"/> spells them; each once.</param>
internal sealed record CallFilter(long From, long To, string? Status, string? Category, IReadOnlyList<string> Words)
{
    /// <summary>The hash keys in the table of words whose rows a call must have.</summary>
    public IReadOnlyList<string> Terms => Category is null ? Words : [.. Words, Category];

    public bool Allows(string? status, IEnumerable<string>? categories) =>
        (Status is null || Status == status)
        // Where the item has none, its categories were too long for it: the row says that it belongs.
        && (Category is null
            || categories is null
            || categories.Any(category => SearchWords.OfCategory(category) == Category));
}
