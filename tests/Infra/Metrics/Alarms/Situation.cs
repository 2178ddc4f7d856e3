namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>What the metrics of a stack are for a while.</summary>
/// <param name="What">In a few words: <c>one dead letter</c>.</param>
/// <param name="Metrics">The samples of each minute, the first one being 0; what is not named has none.</param>
internal sealed record Situation(string What, IReadOnlyDictionary<MetricKey, Func<int, double[]>> Metrics)
{
    /// <summary>One metric, with these samples in every minute.</summary>
    public static Situation Always(string what, MetricKey metric, params double[] samples) =>
        new(what, new Dictionary<MetricKey, Func<int, double[]>> { [metric] = _ => samples });

    /// <summary>One metric, with one sample in the first minute and zeros later.</summary>
    public static Situation Once(string what, MetricKey metric, double sample) =>
        new(what, new Dictionary<MetricKey, Func<int, double[]>> { [metric] = minute => [minute == 0 ? sample : 0] });

    public IReadOnlyList<double> Samples(MetricKey metric, int minute) =>
        Metrics.TryGetValue(metric, out var samples) ? samples(minute) : [];
}
