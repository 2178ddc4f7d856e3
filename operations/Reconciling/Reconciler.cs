using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Results;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Operations.Reconciling;

/// <summary>Compares recordings, items, executions and results, each with the next.</summary>
/// <param name="settledAfter">Younger recordings may still be on their way.</param>
/// <param name="stuckAfter">A call in progress is stuck when its item has not changed for this long.</param>
internal sealed class Reconciler(
    StackTarget target, ResultsReader bucket, TimeProvider time, TimeSpan settledAfter, TimeSpan stuckAfter)
{
    private static readonly CallFilter AllCalls = new(0, DateTimeOffset.MaxValue.ToUnixTimeSeconds(), null, null, []);

    private readonly StackCalls calls = new(target);
    private readonly ExecutionStates executions = new(target.StepFunctions);
    private readonly StoredResults stored = new(target.S3);

    public async IAsyncEnumerable<Finding> CompareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before the items: what comes in between has its item then.
        var recordings = await RecordingsAsync(cancellationToken);
        var folders = await bucket.ResultsAsync(cancellationToken).ToListAsync(cancellationToken);
        var (audio, keys) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var owners = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in calls.ListAsync(AllCalls, cancellationToken))
        {
            audio.Add((string?)item[CallAttributes.InputUri] ?? string.Empty);
            owners.Add((string?)item[CallAttributes.ExecutionArn] ?? string.Empty);
            keys.Add(CallKey.ResultsOf((string)item[CallAttributes.CallId]!)); // Every item has one.
            if (await LookAsync(item, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }

        await foreach (var call in new UnrecordedFailures(target).ListAsync(owners, cancellationToken))
        {
            var what = $"{call.CallId}  {call.ExecutionArn}";
            yield return new Finding(
                Difference.FailedExecutionWithoutItem, what, Key: null, call.ExecutionArn);
        }

        foreach (var file in folders.Where(file => !keys.Contains(file.Key)))
        {
            if (await ReadAsync(file, cancellationToken) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var recording in recordings.Where(recording => !audio.Contains(recording)))
        {
            yield return new Finding(Difference.RecordingWithoutItem, recording);
        }
    }

    // Many folders without an item are of calls that have no results yet.
    private async Task<Finding?> ReadAsync(S3Uri file, CancellationToken cancellationToken)
    {
        try
        {
            var results = await target.RetryPolicy.AskAsync(
                $"GetObject {file}", () => stored.FindAsync(file, version: null, cancellationToken), cancellationToken);
            return results is null ? null : new Finding(Difference.ResultsWithoutItem, results.Call.CallId);
        }
        catch (ResultsUnreadableException problem)
        {
            return new Finding(Difference.UnreadableWithoutItem, $"{file}: {problem.Message}");
        }
    }

    private async Task<Finding?> LookAsync(JsonObject item, CancellationToken cancellationToken)
    {
        var status = (string?)item[CallAttributes.Status];
        if (status == CallStatus.Success)
        {
            return null;
        }

        var arn = (string?)item[CallAttributes.ExecutionArn];
        var execution = arn is null ? null : await target.RetryPolicy.AskAsync(
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
            throw new CommandException($"{target.Name}: its settings file has no recordingsBucket");
        }

        var found = new List<string>();
        var (name, before) = (target.Names.Recordings, time.GetUtcNow() - settledAfter);
        var request = new ListObjectsV2Request { BucketName = name, Prefix = target.Names.RecordingsPrefix };
        await foreach (var page in target.ListAsync(request, cancellationToken))
        {
            found.AddRange((page.S3Objects ?? [])
                .Where(one => one.LastModified <= before.UtcDateTime && IsAudio(one))
                .Select(one => $"s3://{name}/{one.Key}"));
        }

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
