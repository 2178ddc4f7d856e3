using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Identity;

namespace CallRecording.Local.Ops.Erasing;

/// <summary>Finds what there is of a call and erases it; the items last, because they say where the rest is. Stopped
/// anywhere and run again, it does what is left.</summary>
/// <param name="withAudio">Whether the recordings go, too.</param>
internal sealed class Eraser(OpsTarget target, ResultsBucket bucket, bool withAudio)
{
    private readonly ItemsOfCall items = new(target);
    private readonly ExecutionsOfCall executions = new(target);
    private readonly RecordingsOfCall recordings = new(target);
    private readonly ErasedExecutions erased = new(target.DynamoDb, target.Table);
    private readonly StoredObjects objects = new(target);
    private readonly CallWordIndex words = CallWordIndex.Of(target.DynamoDb, target.Names.Words);

    /// <exception cref="LocalException">An execution of it runs: that would write again.</exception>
    public async Task<CallTraces> FindAsync(string callId, CancellationToken cancellationToken)
    {
        var ever = await executions.FindAllAsync(callId, cancellationToken);
        return await LookAsync(
            callId, [.. ever.Select(one => one.Arn)], [.. ever.Select(one => one.Recording)], cancellationToken);
    }

    /// <summary>What there is of it again after it was erased.</summary>
    /// <exception cref="LocalException">An execution of it runs.</exception>
    public Task<CallTraces> LookAgainAsync(CallTraces traces, CancellationToken cancellationToken) =>
        LookAsync(traces.CallId, traces.ExecutionArns, traces.Addresses, cancellationToken);

    /// <returns>How many words of it were searchable.</returns>
    public async Task<int> EraseAsync(CallTraces traces, CancellationToken cancellationToken)
    {
        foreach (var arn in traces.ExecutionArns)
        {
            await target.Patience.AskAsync(
                $"that {arn} is erased",
                async () =>
                {
                    await erased.AddAsync(arn, cancellationToken);
                    return true;
                },
                cancellationToken);
        }

        var erasedWords = 0;
        foreach (var item in traces.Items)
        {
            erasedWords += await target.Patience.AskAsync(
                $"the words of {item.Key}", () => words.EraseAsync(item.Key, cancellationToken), cancellationToken);
        }

        await objects.EraseAsync([.. traces.Results, .. traces.Audio], cancellationToken);
        foreach (var item in traces.Items)
        {
            await items.EraseAsync(item, cancellationToken);
        }

        return erasedWords;
    }

    private async Task<CallTraces> LookAsync(
        string callId,
        IReadOnlyList<string> arns,
        IReadOnlyList<string> recorded,
        CancellationToken cancellationToken)
    {
        var there = await items.FindAsync(callId, cancellationToken);
        foreach (var item in there)
        {
            await executions.RefuseRunningAsync(item, cancellationToken);
        }

        List<string> addresses =
            [.. recorded.Concat(there.SelectMany(item => item.Recordings)).Distinct(StringComparer.Ordinal)];
        var (audio, kept) = withAudio ? await recordings.FindAsync(callId, addresses, cancellationToken) : ([], []);
        return new CallTraces(
            callId,
            there,
            [.. arns.Union(there.Select(item => item.ExecutionArn).OfType<string>(), StringComparer.Ordinal)],
            addresses,
            await objects.FindAsync(bucket.Name, $"{CallKey.Of(callId)}/", cancellationToken),
            audio,
            kept);
    }
}
