using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Intake;

namespace CallRecording.Local.Ops.Reconciling;

/// <summary>Says what does not fit together and what helps, asks, and settles what it can. Run again it finds only what
/// is left.</summary>
internal sealed class ReconcileRun(OpsTarget target, TimeProvider time, TextWriter output)
{
    private const int MostListed = 20;

    // As alarms do: settings settleAfterSeconds and stuckAfterSeconds.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromHours(12);

    /// <returns>How many differences there were.</returns>
    public async Task<int> RunAsync(Consent consent, CancellationToken cancellationToken)
    {
        var bucket = await ResultsBucket.FindAsync(target, cancellationToken);
        var reconciler = new Reconciler(target, bucket, time, SettledAfter, StuckAfter);
        var findings = (await reconciler.CompareAsync(cancellationToken).ToListAsync(cancellationToken))
            .ToLookup(finding => finding.Difference);
        foreach (var difference in Enum.GetValues<Difference>())
        {
            await TellAsync(difference, [.. findings[difference]]);
        }

        List<CallItemKey> open =
            [.. findings[Difference.InProgressWithoutExecution].Select(finding => finding.Key).OfType<CallItemKey>()];
        if (open.Count > 0 && consent.Obtain($"Settle {open.Count} items?", "nothing was settled"))
        {
            await SettleAsync(open, cancellationToken);
        }

        return findings.Sum(one => one.Count());
    }

    private async Task TellAsync(Difference difference, List<Finding> findings)
    {
        await output.WriteLineAsync($"{findings.Count,6}  {Finding.Title(difference)}");
        foreach (var finding in findings.Take(MostListed))
        {
            await output.WriteLineAsync($"          {finding.What}");
        }

        if (findings.Count > MostListed)
        {
            await output.WriteLineAsync($"          and {findings.Count - MostListed} more");
        }

        if (findings.Count > 0)
        {
            await output.WriteLineAsync($"        -> {Finding.Help(difference)}");
        }
    }

    private async Task SettleAsync(List<CallItemKey> open, CancellationToken cancellationToken)
    {
        var settler = new CallSettler(
            new CallSettlements(target.DynamoDb, target.Table, time),
            new ExecutionStates(target.StepFunctions),
            new Executions(target.StepFunctions, target.Names.StateMachineArn));
        var progress = new Progress(open.Count, output);
        var settled = 0;
        foreach (var key in open)
        {
            var outcome = await target.Patience.AskAsync(
                $"the call {key}",
                () => settler.SettleAsync(key, new OpsLogger(output), cancellationToken),
                cancellationToken);
            settled += outcome is SettlementOutcome.Settled ? 1 : 0;
            progress.Step();
        }

        await output.WriteLineAsync($"settled {settled}, changed meanwhile {open.Count - settled}");
    }
}
