using CallRecording.Local.Bda;
using CallRecording.Workflow;

namespace CallRecording.Local.Ops.Erasing;

/// <summary>Of the recordings that a call ever named: what there is of them, and which are not its to take
/// away.</summary>
internal sealed class RecordingsOfCall(OpsTarget target)
{
    private readonly SharedRecordings others = new(target);
    private readonly StoredObjects objects = new(target);

    public async Task<(IReadOnlyList<StoredVersion> Found, IReadOnlyList<KeptRecording> Kept)> FindAsync(
        string callId, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        var shared = await others.FindAsync(callId, addresses, cancellationToken);
        var (found, kept) = (new List<StoredVersion>(), new List<KeptRecording>());
        foreach (var address in addresses)
        {
            if (!S3Uri.TryParse(address, out var audio, out _) || !target.Names.Hold(audio))
            {
                kept.Add(new KeptRecording(address, "it lies outside the stack's recordings"));
            }
            else if (shared.Contains(address))
            {
                kept.Add(new KeptRecording(address, "another call's item names it"));
            }
            else
            {
                found.AddRange(await ObjectsAsync(audio, cancellationToken));
            }
        }

        return (found, kept);
    }

    private async Task<IEnumerable<StoredVersion>> ObjectsAsync(S3Uri audio, CancellationToken cancellationToken)
    {
        // A key may be the beginning of another one.
        var found = await objects.FindAsync(audio.Bucket, audio.Key, cancellationToken);
        HashSet<string> keys = target.Names.ReplaysResults
            ? [audio.Key, .. Sidecars.All(new(audio.Bucket, audio.Key)).Select(sidecar => sidecar.Key)]
            : [audio.Key];
        return found.Where(one => keys.Contains(one.Key));
    }
}
