using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.S3.Model;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Local.Ops.Erasing;

/// <summary>Finds what there is of a call and erases it; the items last, because they say where the rest is. Stopped
/// anywhere and run again, it does what is left.</summary>
/// <param name="withAudio">Whether the recordings go, too.</param>
internal sealed class Eraser(OpsTarget target, ResultsBucket bucket, bool withAudio)
{
    private readonly StackCalls calls = new(target);
    private readonly ExecutionStates executions = new(target.StepFunctions);
    private readonly ErasedExecutions erased = new(target.DynamoDb, target.Table);
    private readonly StoredObjects objects = new(target);
    private readonly CallWordIndex words = CallWordIndex.Of(target.DynamoDb, target.Names.Words);

    /// <exception cref="LocalException">An execution of it runs: that would write again.</exception>
    public async Task<CallTraces> FindAsync(string callId, CancellationToken cancellationToken)
    {
        var hash = CallHash.Of(callId);
        var items = await calls.OfCallAsync(hash, cancellationToken).ToListAsync(cancellationToken);
        foreach (var arn in items.Select(item => (string?)item[CallAttributes.ExecutionArn]).OfType<string>())
        {
            await RefuseRunningAsync(arn, cancellationToken);
        }

        return new CallTraces(
            callId,
            hash,
            [.. items.Select(CallItemKey.Of)],
            [.. items.Select(item => (string?)item[CallAttributes.ExecutionArn]).OfType<string>()],
            await objects.FindAsync(bucket.Name, $"{CallKey.Of(callId)}/", cancellationToken),
            withAudio ? await AudioAsync(items, cancellationToken) : []);
    }

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
        foreach (var key in traces.Recordings)
        {
            erasedWords += await target.Patience.AskAsync(
                $"the words of {key}", () => words.EraseAsync(key, cancellationToken), cancellationToken);
        }

        await objects.EraseAsync(bucket.Name, traces.Results, cancellationToken);
        foreach (var audio in traces.Audio.GroupBy(one => one.Bucket, one => one.Object))
        {
            await objects.EraseAsync(audio.Key, audio, cancellationToken);
        }

        foreach (var key in traces.Recordings)
        {
            var request = new DeleteItemRequest { TableName = target.Table, Key = key.ToAttributes() };
            await target.Patience.AskAsync(
                $"DeleteItem {key}",
                () => target.DynamoDb.DeleteItemAsync(request, cancellationToken),
                cancellationToken);
        }

        return erasedWords;
    }

    private async Task RefuseRunningAsync(string arn, CancellationToken cancellationToken)
    {
        var execution = await target.Patience.AskAsync(
            $"DescribeExecution {arn}", () => executions.FindAsync(arn, cancellationToken), cancellationToken);
        if (execution is { HasEnded: false })
        {
            throw new LocalException($"{arn} runs and would write again: stop it, or wait for its end");
        }
    }

    private async Task<IReadOnlyList<(string Bucket, KeyVersion Object)>> AudioAsync(
        List<JsonObject> items, CancellationToken cancellationToken)
    {
        var found = new List<(string, KeyVersion)>();
        var addresses = items.Select(item => (string?)item[CallAttributes.InputUri]).Distinct(StringComparer.Ordinal);
        foreach (var text in addresses)
        {
            if (S3Uri.TryParse(text, out var audio, out _))
            {
                // A key may be the beginning of another one.
                found.AddRange((await objects.FindAsync(audio.Bucket, audio.Key, cancellationToken))
                    .Where(one => one.Key == audio.Key)
                    .Select(one => (audio.Bucket, one)));
            }
        }

        return found;
    }
}
