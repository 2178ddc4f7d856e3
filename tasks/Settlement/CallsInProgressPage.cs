namespace CallRecording.Tasks.Settlement;

/// <param name="More">True while there may be further rows after these.</param>
internal sealed record CallsInProgressPage(IReadOnlyList<CallInProgress> Rows, bool More);
