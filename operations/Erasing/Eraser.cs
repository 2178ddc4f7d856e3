using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Words;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Erasing;

/// <summary>Finds what there is of a call and erases it; the items last, because they say where the rest is. Stopped
/// anywhere and run again, it does what is left.</summary>
/// <param name="withAudio">Whether the recordings go, too.</param>
internal sealed class Eraser(StackTarget target, ResultsReader bucket, bool withAudio)
{
    private readonly ItemsOfCall items = new(target);
    private readonly ExecutionsOfCall executions = new(target);
    private readonly RecordingsOfCall recordings = new(target);
    private readonly ErasedRecordings erased = new(target.DynamoDb, target.Table);
    private readonly StoredObjects objects = new(target);
    private readonly CallWordIndex words = CallWordIndex.Of(target.DynamoDb, target.Names.Words);

    /// <exception cref="CommandException">An execution of it runs: that would write again.</exception>
    public async Task<CallTraces> FindAsync(string callId, CancellationToken cancellationToken) =>
        await LookAsync(callId, await executions.FindAllAsync(callId, cancellationToken), cancellationToken);

    /// <summary>What there is of it again after it was erased.</summary>
    /// <exception cref="CommandException">An execution of it runs.</exception>
    public Task<CallTraces> LookAgainAsync(CallTraces traces, CancellationToken cancellationToken) =>
        LookAsync(traces.CallId, traces.Recordings, cancellationToken);

    /// <returns>How many words of it were searchable.</returns>
    public async Task<int> EraseAsync(CallTraces traces, CancellationToken cancellationToken)
    {
        foreach (var recording in traces.Recordings)
        {
            await target.RetryPolicy.AskAsync(
                $"that {recording.AudioS3Uri} is erased",
                async () =>
                {
                    await erased.AddAsync(recording, cancellationToken);
                    return true;
                },
                cancellationToken);
        }

        // Also of a recording whose item is gone.
        var erasedWords = 0;
        foreach (var key in traces.Items.Select(item => item.Key).Union(traces.Recordings.Select(CallItemKey.Of)))
        {
            erasedWords += await target.RetryPolicy.AskAsync(
                $"the words of {key}", () => words.EraseAsync(key, cancellationToken), cancellationToken);
        }

        await objects.EraseAsync([.. traces.Results, .. traces.Audio], cancellationToken);
        foreach (var item in traces.Items)
        {
            await items.EraseAsync(item, cancellationToken);
        }

        return erasedWords;
    }

    private async Task<CallTraces> LookAsync(
        string callId, IReadOnlyList<Call> known, CancellationToken cancellationToken)
    {
        var there = await items.FindAsync(callId, cancellationToken);
        foreach (var item in there)
        {
            await executions.RefuseRunningAsync(item, cancellationToken);
        }

        List<Call> ever =
        [
            .. known.Concat(there.SelectMany(item => item.ToCalls()))
                .DistinctBy(recording => (recording.Timestamp, recording.AudioS3Uri)),
        ];
        List<string> addresses = [.. ever.Select(recording => recording.AudioS3Uri).Distinct(StringComparer.Ordinal)];
        var (audio, kept) = withAudio ? await recordings.FindAsync(callId, addresses, cancellationToken) : ([], []);
        return new CallTraces(
            callId,
            there,
            ever,
            await AreRememberedAsync(ever, cancellationToken),
            await objects.FindAsync(bucket.Name, $"{CallKey.Of(callId)}/", cancellationToken),
            audio,
            kept);
    }

    private async Task<bool> AreRememberedAsync(IEnumerable<Call> ever, CancellationToken cancellationToken)
    {
        foreach (var recording in ever)
        {
            if (!await target.RetryPolicy.AskAsync(
                $"whether {recording.AudioS3Uri} was erased",
                () => erased.ContainsAsync(recording, cancellationToken),
                cancellationToken))
            {
                return false;
            }
        }

        return true;
    }
}
