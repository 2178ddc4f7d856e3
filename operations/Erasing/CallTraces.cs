using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Erasing;

/// <summary>Everything that there is of a call id.</summary>
/// <param name="Recordings">All that it ever had: executions and messages of them must not bring them back.</param>
/// <param name="IsRemembered">Whether it is known of each that it was erased.</param>
/// <param name="Results">Objects in the bucket of results, versions counted one by one.</param>
/// <param name="Audio">Its recordings, as far as they are there, and what lies beside them to be replayed.</param>
/// <param name="Kept">Recordings that it names and that stay.</param>
internal sealed record CallTraces(
    string CallId,
    IReadOnlyList<ItemOfCall> Items,
    IReadOnlyList<Call> Recordings,
    bool IsRemembered,
    IReadOnlyList<StoredVersion> Results,
    IReadOnlyList<StoredVersion> Audio,
    IReadOnlyList<KeptRecording> Kept)
{
    public bool IsEmpty => IsRemembered && Items.Count == 0 && Results.Count == 0 && Audio.Count == 0;
}
