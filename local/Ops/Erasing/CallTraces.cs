using Amazon.S3.Model;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Ops.Erasing;

/// <summary>Everything that there is of a call id.</summary>
/// <param name="Recordings">Its items.</param>
/// <param name="ExecutionArns">What its items were made by: they stay in Step Functions, and must not bring them
/// back.</param>
/// <param name="Results">Objects in the bucket of results, versions counted one by one.</param>
/// <param name="Audio">Objects that its items name as their recordings, by bucket.</param>
internal sealed record CallTraces(
    string CallId,
    string Hash,
    IReadOnlyList<CallItemKey> Recordings,
    IReadOnlyList<string> ExecutionArns,
    IReadOnlyList<KeyVersion> Results,
    IReadOnlyList<(string Bucket, KeyVersion Object)> Audio)
{
    public bool IsEmpty => Recordings.Count == 0 && Results.Count == 0 && Audio.Count == 0;
}
