using CallRecording.Operations.Targets;
using CallRecording.Workflow;

namespace CallRecording.Operations.Erasing;

/// <summary>Of the recordings that a call ever named: what there is of them, and which are not its to take
/// away.</summary>
internal sealed class RecordingsOfCall(StackTarget target)
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
        return found.Where(one => one.Key == audio.Key || IsBeside(audio.Key, one.Key));
    }

    // Where jobs are emulated, their recorded results lie beside the audio.
    private bool IsBeside(string audioKey, string key) =>
        target.Names.ReplaysResults && key.StartsWith($"{audioKey}.bda/", StringComparison.Ordinal);
}
