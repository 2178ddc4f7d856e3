using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Local.Ops.Rebuilding;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Local.Ops.Reconciling;

/// <summary>Compares recordings, items, executions and results, each with the next.</summary>
/// <param name="settledAfter">Younger recordings may still be on their way.</param>
/// <param name="stuckAfter">For so long nothing was heard of a call that is stuck.</param>
internal sealed class Reconciler(
    OpsTarget target, ResultsBucket bucket, TimeProvider time, TimeSpan settledAfter, TimeSpan stuckAfter)
{
    private const int PageSize = 1000;
    private static readonly CallFilter AllCalls = new(0, DateTimeOffset.MaxValue.ToUnixTimeSeconds(), null, null, []);

    private readonly CallReader calls = new(target.DynamoDb, target.Table);
    private readonly ExecutionStates executions = new(target.StepFunctions);
    private readonly Patience patience = new(time);

    public async IAsyncEnumerable<Finding> CompareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before the items: what comes in between has its item then.
        var recordings = await RecordingsAsync(cancellationToken);
        var folders = await bucket.ResultsAsync(cancellationToken).ToListAsync(cancellationToken);
        var (audio, keys) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var item in ItemsAsync(cancellationToken))
        {
            audio.Add((string?)item[CallAttributes.InputUri] ?? string.Empty);
            keys.Add($"{CallKey.Of((string)item[CallAttributes.CallId]!)}/results.json");
            if (await LookAsync(item, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }

        var rebuilder = new Rebuilder(target, bucket);
        foreach (var file in folders.Where(file => !keys.Contains(file.Key)))
        {
            // Many folders without an item are of calls that have no results yet.
            if (await rebuilder.ReadAsync(file, cancellationToken) is { } call)
            {
                yield return new Finding(Difference.ResultsWithoutItem, call.CallId);
            }
        }

        foreach (var recording in recordings.Where(recording => !audio.Contains(recording)))
        {
            yield return new Finding(Difference.RecordingWithoutItem, recording);
        }
    }

    private async IAsyncEnumerable<JsonObject> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await patience.AskAsync(
                "Query", () => calls.ListAsync(AllCalls, PageSize, after, cancellationToken), cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private async Task<Finding?> LookAsync(JsonObject item, CancellationToken cancellationToken)
    {
        var status = (string?)item[CallAttributes.Status];
        if (status == CallStatus.Success)
        {
            return null;
        }

        var arn = (string?)item[CallAttributes.ExecutionArn];
        var execution = arn is null ? null : await patience.AskAsync(
            $"DescribeExecution {arn}", () => executions.FindAsync(arn, cancellationToken), cancellationToken);
        var what = $"{(string?)item[CallAttributes.CallId]}  {arn ?? "no execution"}";
        var key = CallItemKey.Of(item);
        return (status, execution) switch
        {
            (CallStatus.Failed, null) => new Finding(Difference.FailedWithoutExecution, what, key),
            (CallStatus.InProgress, null or { HasEnded: true }) =>
                new Finding(Difference.InProgressWithoutExecution, what, key),
            (CallStatus.InProgress, _) when IsOld(item) => new Finding(Difference.Stuck, what, key),
            _ => null,
        };
    }

    private bool IsOld(JsonObject item) =>
        (string?)item[CallAttributes.UpdatedAt] is { } updated
        && ItemTime.Parse(updated) < time.GetUtcNow() - stuckAfter;

    private async Task<List<string>> RecordingsAsync(CancellationToken cancellationToken)
    {
        if (target.Names.Recordings.Length == 0)
        {
            throw new LocalException($"{target.Name}: its settings file has no recordingsBucket");
        }

        var found = new List<string>();
        var (name, before) = (target.Names.Recordings, time.GetUtcNow() - settledAfter);
        var request = new ListObjectsV2Request { BucketName = name, Prefix = target.Names.RecordingsPrefix };
        do
        {
            var page = await patience.AskAsync(
                $"ListObjectsV2 {name}",
                () => target.S3.ListObjectsV2Async(request, cancellationToken),
                cancellationToken);
            found.AddRange((page.S3Objects ?? [])
                .Where(one => one.LastModified <= before.UtcDateTime && IsAudio(one))
                .Select(one => $"s3://{name}/{one.Key}"));
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);

        return found;
    }

    private static bool IsAudio(S3Object one)
    {
        try
        {
            AudioFormat.Check(one.Key, one.Size ?? 0);
            return true;
        }
        catch (AudioRejectedException)
        {
            return false;
        }
    }
}
