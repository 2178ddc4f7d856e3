using Amazon.Lambda.Core;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Settlement;

/// <summary>One walk along some calls in progress, and how far it came.</summary>
internal sealed class SweepRun(CallSettler settler, ILambdaContext context)
{
    private readonly HashSet<CallItemKey> settled = [];
    private readonly List<Exception> failures = [];

    public SettlementSummary Summary { get; private set; } = new(0, 0, 0);

    public IReadOnlySet<CallItemKey> Settled => settled;

    public IReadOnlyList<Exception> Failures => failures;

    /// <summary>The last row that was checked; null when none was.</summary>
    public CallInProgress? Last { get; private set; }

    public bool StoppedEarly { get; private set; }

    public async Task WalkAsync(IReadOnlyList<CallInProgress> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            if (context.RemainingTime < Sweep.Reserve || !await TryAsync(row, cancellationToken))
            {
                StoppedEarly = true;
                return;
            }

            Last = row;
        }
    }

    /// <returns>False when the service wants no more requests for now.</returns>
    private async Task<bool> TryAsync(CallInProgress row, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await settler.SettleAsync(row.Key, context.Logger, cancellationToken);
            Summary = Summary.With(outcome);
            if (outcome is SettlementOutcome.Settled)
            {
                settled.Add(row.Key);
            }

            return true;
        }
        catch (ServiceThrottledException throttled)
        {
            context.Logger.LogWarning("The sweep stops for now: {Reason}", throttled.Message);
            return false;
        }
#pragma warning disable CA1031 // One row's failure must not keep the others waiting; the sweep throws it in the end.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            context.Logger.LogError(failure, "The call with hash {Hash} could not be settled", row.Key.Hash);
            failures.Add(failure);
            return true;
        }
    }
}
