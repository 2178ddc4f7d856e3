using Amazon.Lambda.Core;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;

namespace CallRecording.Tasks.Settlement;

/// <summary>Checks every call in progress whose item has not changed for a while, because its event may be lost. Each
/// run continues where the last one stopped, so that rows that stay do not block those behind them.</summary>
/// <param name="settleAfter">Long enough that most calls are done and events have come; no longer, because the
/// execution itself says whether it runs, so that asking early costs one request and spoils nothing.</param>
internal sealed class Sweep(
    CallsInProgress calls,
    CallSettler settler,
    SweepCheckpoint checkpoint,
    EmbeddedMetrics metrics,
    TimeSpan settleAfter,
    TimeProvider time)
{
    /// <summary>DescribeExecution has a bucket of 250 where it is smallest, refilled with 10 a second: below that a run
    /// is never throttled by its own requests, and consoles and events are left some.</summary>
    public const int MaxRows = 200;

    /// <summary>For the row at hand, with the SDK's retries, and to save the checkpoint.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(20);

    public async Task<SettlementSummary> RunAsync(ILambdaContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var moment = now - settleAfter;
        var start = await StartAsync(moment, cancellationToken);
        var page = await calls.NotHeardOfSinceAsync(moment, start, MaxRows, cancellationToken);
        var run = new SweepRun(settler, context);
        await run.WalkAsync(page.Rows, cancellationToken);

        var more = run.StoppedEarly || page.More;
        // Before anything is thrown: a row that fails every time must not hold up the rows behind it.
        await checkpoint.SaveAsync(more ? run.Last ?? start : null, cancellationToken);
        metrics.Swept(run.Settled.Count, await OldestAsync(run.Settled, now, cancellationToken));
        return run.Failures.Count == 0
            ? run.Summary with { More = more }
            : throw new SweepIncompleteException(
                $"{run.Failures.Count} of {page.Rows.Count} calls could not be settled; the log says why, a later "
                + $"sweep asks again. The first: {run.Failures[0].Message}",
                run.Failures[0]);
    }

    // A checkpoint beyond the moment, from when the setting was smaller, is none that DynamoDB would start at.
    private async Task<CallInProgress?> StartAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        await checkpoint.ReadAsync(cancellationToken) is { } saved
        && string.CompareOrdinal(saved.UpdatedAt, ItemTime.Of(moment)) < 0
            ? saved
            : null;

    // Of what this run leaves in progress: the index may still show what was just settled.
    private async Task<TimeSpan> OldestAsync(
        IReadOnlySet<CallItemKey> settled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = (await calls.OldestAsync(settled.Count + 1, cancellationToken))
            .FirstOrDefault(row => !settled.Contains(row.Key));
        var age = oldest is null ? TimeSpan.Zero : now - ItemTime.Parse(oldest.UpdatedAt);
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
