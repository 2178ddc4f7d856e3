namespace CallRecording.Tasks.Words;

/// <param name="Rows">Newest call first.</param>
/// <param name="More">True while there may be further rows after these.</param>
internal sealed record WordPage(IReadOnlyList<WordRow> Rows, bool More);
