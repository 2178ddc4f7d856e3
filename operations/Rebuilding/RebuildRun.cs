using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Results;

namespace CallRecording.Operations.Rebuilding;

/// <summary>Rebuilds many: says what it will do, asks, does it and says what came of it. Run again it finds them
/// there.</summary>
internal sealed class RebuildRun(StackTarget target, TextWriter output)
{
    private const int MaxListed = 20;

    private readonly StackCalls calls = new(target);

    /// <param name="callIds">Empty for all.</param>
    /// <returns>True when no results are left that could not be read or written.</returns>
    public async Task<bool> RunAsync(
        IReadOnlyList<string> callIds, Confirmation confirmation, CancellationToken cancellationToken)
    {
        var bucket = await ResultsReader.FindAsync(target, cancellationToken);
        var rebuilder = new Rebuilder(target, bucket);
        var files = callIds.Count > 0
            ? callIds.Select(callId => new S3Uri(bucket.Name, CallKey.ResultsOf(callId))).ToAsyncEnumerable()
            : bucket.ResultsAsync(cancellationToken);
        var found = new List<RecordedCall>();
        var unreadable = 0;
        await foreach (var file in files)
        {
            var (read, call) = await TryAsync(
                file.ToString(), () => rebuilder.ReadAsync(file, cancellationToken), cancellationToken);
            unreadable += read ? 0 : 1;
            found.AddRange(call is null ? [] : [call]);
        }

        var missing = await MissingAsync(found, cancellationToken);
        await output.WriteLineAsync(
            $"{found.Count} calls of {target.Name} have results, {missing.Count} of them no item");
        return found.Count == 0
            || !confirmation.Obtain(
                $"Make {missing.Count} items again, and write the words of {found.Count} calls anew?",
                "nothing was rebuilt")
                ? unreadable == 0
                : await RebuildAsync(rebuilder, found, missing, cancellationToken) + unreadable == 0;
    }

    private async Task<HashSet<RecordedCall>> MissingAsync(
        List<RecordedCall> found, CancellationToken cancellationToken)
    {
        var missing = new HashSet<RecordedCall>();
        foreach (var call in found)
        {
            if (!await calls.HasAsync(call, cancellationToken) && missing.Add(call) && missing.Count <= MaxListed)
            {
                await output.WriteLineAsync($"  no item: {call.CallId}");
            }
        }

        return missing;
    }

    /// <returns>How many could not be.</returns>
    private async Task<int> RebuildAsync(
        Rebuilder rebuilder,
        List<RecordedCall> found,
        HashSet<RecordedCall> missing,
        CancellationToken cancellationToken)
    {
        var (rebuilt, there) = (0, 0);
        await Progress.ForEachAsync(found, output, async call =>
        {
            var (worked, _) = await TryAsync(
                call.CallId, () => rebuilder.RebuildAsync(call, cancellationToken), cancellationToken);
            rebuilt += worked && missing.Contains(call) ? 1 : 0;
            there += worked && !missing.Contains(call) ? 1 : 0;
        });

        var failed = found.Count - rebuilt - there;
        await output.WriteLineAsync($"rebuilt {rebuilt}, already there {there}, failed {failed}");
        return failed;
    }

    // What one call's results cannot give must not keep the others waiting.
    private async Task<(bool Worked, T? Result)> TryAsync<T>(
        string what, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            return (true, await target.RetryPolicy.AskAsync(what, act, cancellationToken));
        }
        catch (Exception problem) when (problem is ResultsUnreadableException or CommandException)
        {
            await output.WriteLineAsync($"  {what}: {problem.Message}");
            return (false, default);
        }
    }
}
