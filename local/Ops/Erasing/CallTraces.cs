namespace CallRecording.Local.Ops.Erasing;

/// <summary>Everything that there is of a call id.</summary>
/// <param name="ExecutionArns">What they were made by: that stays in Step Functions, and must not bring them
/// back.</param>
/// <param name="Addresses">The s3:// URIs of all recordings that it ever had.</param>
/// <param name="Results">Objects in the bucket of results, versions counted one by one.</param>
/// <param name="Audio">Its recordings, as far as they are there, and what lies beside them to be replayed.</param>
/// <param name="Kept">Recordings that it names and that stay.</param>
internal sealed record CallTraces(
    string CallId,
    IReadOnlyList<ItemOfCall> Items,
    IReadOnlyList<string> ExecutionArns,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<StoredVersion> Results,
    IReadOnlyList<StoredVersion> Audio,
    IReadOnlyList<KeptRecording> Kept)
{
    public bool IsEmpty => Items.Count == 0 && Results.Count == 0 && Audio.Count == 0;
}
