using System.Globalization;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Reconciling;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Settlement;

namespace CallRecording.Operations.Redriving;

/// <summary>Redrives many: says what it will do, asks, does it and says what came of it. Run again it does what is
/// left.</summary>
internal sealed class RedriveRun(StackTarget target, TimeProvider time, TextWriter output)
{
    private const int MaxRefusalsShown = 20;

    /// <returns>True when no call is left that could not be redriven.</returns>
    public async Task<bool> RunAsync(RedriveOrder order, CancellationToken cancellationToken)
    {
        var calls = await new StackCalls(target)
            .FailedAsync(order.Filter, cancellationToken)
            .ToListAsync(cancellationToken);
        await output.WriteLineAsync($"{calls.Count} failed calls of {target.Name}");
        FailureCounts.Write(calls, output);
        if (calls.Count(call => !call.IsRecorded) is var unrecorded and > 0)
        {
            await output.WriteLineAsync(
                $"  {unrecorded} of them only by their executions: their items are settled first");
        }

        return calls.Count == 0
            || !order.Confirmation.Obtain(Question(order, calls.Count), "nothing was redriven")
            || await RedriveAsync(calls, order.PerSecond, cancellationToken);
    }

    /// <summary>Makes its item exist, so that the next failure recorded for it is known to be a redrive's.</summary>
    private async Task SettleAsync(FailedCall call, CancellationToken cancellationToken)
    {
        if (!call.IsRecorded && call.ExecutionArn is { } arn)
        {
            await target.RetryPolicy.AskAsync(
                $"the item of {call.CallId}",
                () => target.CreateSettler(time).SettleAsync(
                    arn, new ExecutionStatusChange(), new ConsoleLogger(output), cancellationToken),
                cancellationToken);
        }
    }

    private static string Question(RedriveOrder order, int count) =>
        $"Redrive {count} executions, {order.PerSecond.ToString(CultureInfo.InvariantCulture)} per second?";

    private async Task<bool> RedriveAsync(
        List<FailedCall> calls, double perSecond, CancellationToken cancellationToken)
    {
        var redriver = new Redriver(target.StepFunctions, target.RetryPolicy, time, perSecond);
        var counts = new Dictionary<RedriveOutcome, int>();
        var refusals = new List<string>();
        await Progress.ForEachAsync(calls, output, async call =>
        {
            await SettleAsync(call, cancellationToken);
            var (outcome, reason) = await redriver.RedriveAsync(call, cancellationToken);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome is RedriveOutcome.Refused)
            {
                refusals.Add($"  {call.RecordedAt}  {call.CallId}: {reason}");
            }
        });

        await output.WriteLineAsync(
            $"redriven {counts.GetValueOrDefault(RedriveOutcome.Redriven)}, "
            + $"running or done already {counts.GetValueOrDefault(RedriveOutcome.NotNeeded)}, "
            + $"refused {refusals.Count}");
        foreach (var refusal in refusals.Take(MaxRefusalsShown))
        {
            await output.WriteLineAsync(refusal);
        }

        if (refusals.Count > MaxRefusalsShown)
        {
            await output.WriteLineAsync($"  and {refusals.Count - MaxRefusalsShown} more");
        }

        return refusals.Count == 0;
    }
}
