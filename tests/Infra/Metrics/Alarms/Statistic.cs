using System.Globalization;

namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>What CloudWatch makes of the samples of one period.</summary>
internal static class Statistic
{
    /// <returns>Null where there are no samples: a missing data point.</returns>
    /// <exception cref="NotSupportedException">There is no such statistic here.</exception>
    public static double? Of(string name, IReadOnlyList<double> samples)
    {
        if (samples.Count == 0)
        {
            return null;
        }

        return name switch
        {
            "Sum" => samples.Sum(),
            "Average" => samples.Average(),
            "Minimum" => samples.Min(),
            "Maximum" => samples.Max(),
            "SampleCount" => samples.Count,
            _ when name.StartsWith('p') && double.TryParse(name[1..], CultureInfo.InvariantCulture, out var percent) =>
                samples.Order().ElementAt((int)Math.Ceiling(percent / 100 * samples.Count) - 1),
            _ => throw new NotSupportedException($"The statistic '{name}' is not known here."),
        };
    }
}
