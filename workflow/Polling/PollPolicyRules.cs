namespace CallRecording.Workflow.Polling;

/// <summary>What makes a poll policy's settings fit together.</summary>
internal static class PollPolicyRules
{
    public static IEnumerable<string> Problems(PollPolicy policy) =>
        Above(nameof(policy.SecondsPerAudioSecond), policy.SecondsPerAudioSecond, 0)
            .Concat(AtLeast(nameof(policy.OverheadSeconds), policy.OverheadSeconds, 0))
            .Concat(AtLeast(nameof(policy.MinFirstWaitSeconds), policy.MinFirstWaitSeconds, 1))
            .Concat(AtLeast(
                nameof(policy.MaxFirstWaitSeconds), policy.MaxFirstWaitSeconds, policy.MinFirstWaitSeconds))
            .Concat(Above(nameof(policy.GrowthShare), policy.GrowthShare, 0))
            .Concat(Above(nameof(policy.QueuedGrowthShare), policy.QueuedGrowthShare, 0))
            .Concat(AtLeast(nameof(policy.MinWaitSeconds), policy.MinWaitSeconds, 1))
            .Concat(AtLeast(nameof(policy.MaxWaitSeconds), policy.MaxWaitSeconds, policy.MinWaitSeconds))
            .Concat(AtLeast(nameof(policy.DeadlineSeconds), policy.DeadlineSeconds, 1))
            .Concat(AtLeast(nameof(policy.MaxSubmissions), policy.MaxSubmissions, 1))
            .Concat(Rates(policy.BytesPerSecond));

    private static IEnumerable<string> Rates(IReadOnlyDictionary<string, int> bytesPerSecond)
    {
        if (bytesPerSecond.Count == 0)
        {
            yield return "BytesPerSecond is empty, expected at least one format.";
        }

        foreach (var (extension, rate) in bytesPerSecond)
        {
            if (rate < 1)
            {
                yield return $"BytesPerSecond of {extension} is {rate}, expected at least 1.";
            }
        }
    }

    private static IEnumerable<string> AtLeast(string name, int value, int min)
    {
        if (value < min)
        {
            yield return $"{name} is {value}, expected at least {min}.";
        }
    }

    private static IEnumerable<string> Above(string name, double value, double limit)
    {
        if (double.IsFinite(value) && value > limit)
        {
            yield break;
        }

        yield return FormattableString.Invariant($"{name} is {value}, expected a number above {limit}.");
    }
}
