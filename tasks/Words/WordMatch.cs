namespace CallRecording.Tasks.Words;

/// <summary>A call that has every word that was asked for.</summary>
/// <param name="Rows">One row for each word or category, in the order they were asked for.</param>
internal sealed record WordMatch(string SortKey, IReadOnlyList<WordRow> Rows);
