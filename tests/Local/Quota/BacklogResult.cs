using System.Globalization;

namespace CallRecording.Tests.Local.Quota;

/// <summary>What a burst of calls came to.</summary>
/// <param name="Transitions">Of each call: states entered and retries, as Step Functions counts them.</param>
/// <param name="Took">Until the last call ended.</param>
/// <param name="AtLeast">What the service needs for as many jobs, one after another in all its places.</param>
internal sealed record BacklogResult(
    int Calls, int Succeeded, long Jobs, IReadOnlyList<int> Transitions, TimeSpan Took, TimeSpan AtLeast)
{
    public static string Header =>
        "backlog  succeeded   jobs  transitions per call: mean  median    most   hours  the service's least";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Calls,7}  {Succeeded,9}  {Jobs,5}  {Transitions.Average(),26:0.0}  {Median,6}  {Transitions.Max(),6}  "
            + $"{Took.TotalHours,6:0.0}  {AtLeast.TotalHours,19:0.0}");

    private int Median => Transitions.Order().ElementAt(Transitions.Count / 2);
}
