using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Rebuilding;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Settlement;

namespace CallRecording.Operations.Reconciling;

/// <summary>Says what does not fit together and what helps, asks, and settles what it can. Run again it finds only what
/// is left.</summary>
internal sealed class ReconcileRun(StackTarget target, TimeProvider time, TextWriter output)
{
    private const int MaxListed = 20;

    // As alarms do: settings settleAfterSeconds and stuckAfterSeconds.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromHours(12);

    /// <returns>How many differences there were.</returns>
    public async Task<int> RunAsync(Confirmation confirmation, CancellationToken cancellationToken)
    {
        var bucket = await ResultsReader.FindAsync(target, cancellationToken);
        var reconciler = new Reconciler(target, bucket, time, SettledAfter, StuckAfter);
        var findings = (await reconciler.CompareAsync(cancellationToken).ToListAsync(cancellationToken))
            .ToLookup(finding => finding.Difference);
        foreach (var difference in Enum.GetValues<Difference>())
        {
            await TellAsync(difference, [.. findings[difference]]);
        }

        List<Finding> open =
        [
            .. findings[Difference.InProgressWithoutExecution], .. findings[Difference.FailedExecutionWithoutItem],
        ];
        List<string> lost = [.. findings[Difference.ResultsWithoutItem].Select(finding => finding.What)];
        if (open.Count + lost.Count > 0 && confirmation.Obtain(
            $"Settle {open.Count} calls, and make {lost.Count} items again from results?", "nothing was changed"))
        {
            await SettleAsync(open, cancellationToken);
            if (lost.Count > 0)
            {
                await new RebuildRun(target, output).RunAsync(
                    lost, confirmation with { IsGiven = true }, cancellationToken);
            }
        }

        return findings.Sum(one => one.Count());
    }

    private async Task TellAsync(Difference difference, List<Finding> findings)
    {
        await output.WriteLineAsync($"{findings.Count,6}  {Finding.Title(difference)}");
        foreach (var finding in findings.Take(MaxListed))
        {
            await output.WriteLineAsync($"          {finding.What}");
        }

        if (findings.Count > MaxListed)
        {
            await output.WriteLineAsync($"          and {findings.Count - MaxListed} more");
        }

        if (findings.Count > 0)
        {
            await output.WriteLineAsync($"        -> {Finding.Help(difference)}");
        }
    }

    private async Task SettleAsync(List<Finding> open, CancellationToken cancellationToken)
    {
        if (open.Count == 0)
        {
            return;
        }

        var settler = target.CreateSettler(time);
        var outcomes = new List<SettlementOutcome>();
        await Progress.ForEachAsync(open, output, async finding =>
            outcomes.Add(await target.RetryPolicy.AskAsync(
                $"the call {finding.What}",
                () => SettleAsync(settler, finding, cancellationToken),
                cancellationToken)));

        var settled = outcomes.Count(Is(SettlementOutcome.Settled));
        var started = outcomes.Count(Is(SettlementOutcome.Started));
        await output.WriteLineAsync(
            $"settled {settled}, started {started}, changed meanwhile {open.Count - settled - started}");
    }

    private Task<SettlementOutcome> SettleAsync(
        CallSettler settler, Finding finding, CancellationToken cancellationToken) => finding switch
        {
            { Key: { } key } => settler.SettleAsync(key, new ConsoleLogger(output), cancellationToken),
            { ExecutionArn: { } arn } => settler.SettleAsync(
                arn, new ExecutionStatusChange(), new ConsoleLogger(output), cancellationToken),
            _ => throw new InvalidOperationException($"{finding} names neither an item nor an execution."),
        };

    private static Func<SettlementOutcome, bool> Is(SettlementOutcome expected) => outcome => outcome == expected;
}
