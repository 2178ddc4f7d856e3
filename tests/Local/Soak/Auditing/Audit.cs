namespace CallRecording.Tests.Local.Soak.Auditing;

/// <summary>What was published, compared with where it ended.</summary>
/// <param name="Dlq">Dead letters.</param>
/// <param name="Failed">Calls that have failed, for whatever reason.</param>
/// <param name="NoItem">Calls that are not on record.</param>
/// <param name="FailedByKills">Calls that failed for another reason than the planned one, or without one: from kills or
/// load alone.</param>
/// <param name="Lost">Calls without a final place, and messages that are neither a call nor a dead letter.</param>
/// <param name="Twice">Items, executions or dead letters beyond the one that each call, or bad message, has.</param>
/// <param name="ExtraJobs">Jobs beyond one for each call and those that were submitted anew on purpose.</param>
/// <param name="Wrong">Calls whose end, reason or results are not the planned ones, each with both.</param>
internal sealed record Audit(
    int Calls,
    int Items,
    int Executions,
    int Dlq,
    int Failed,
    int NoItem,
    int FailedByKills,
    int Lost,
    int Twice,
    int ExtraJobs,
    IReadOnlyList<string> Wrong)
{
    private const int MaxShown = 20;

    public bool IsClean => NoItem == 0 && Lost == 0 && Twice == 0 && ExtraJobs == 0 && Wrong.Count == 0;

    /// <summary>Everything that is wrong, for a person.</summary>
    public string Report => string.Join('\n', [ToString(), $"{Wrong.Count} wrong", .. Wrong.Take(MaxShown)]);

    public override string ToString() =>
        $"audit: calls={Calls} items={Items} executions={Executions} dlq={Dlq} failed={Failed} no_item={NoItem} "
        + $"failed_by_kills={FailedByKills} lost={Lost} twice={Twice} extra_jobs={ExtraJobs}";
}
